package groundswell.language;

/** Turns a text into a vector of length one, so that the dot product of two vectors says how alike the texts are. */
public interface Embedder {
    /** The vector of a text; the same text gives the same bits, whichever thread asks and whatever was asked before. */
    float[] embed(String text);

    /** Name of the model, kept beside every stored vector: vectors of two models can't be compared. */
    String model();

    /** How alike two vectors of one model are, from -1 to 1. */
    static double similarity(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
