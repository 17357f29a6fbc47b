package groundswell.routing;

/** Makes readers for a taxonomy that is only thought of. */
public interface TextReaders {
    /** One that has learnt this taxonomy and the ledger's labels, as the reader in force would; takes some seconds. */
    TextReader learning(Taxonomy taxonomy);
}
