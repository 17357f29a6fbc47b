package groundswell.language;

/** Turns a text into a vector of length one, so that the dot product of two vectors says how alike the texts are. */
public interface Embedder {
    /** The vector of a text; the same text gives the same bits, whichever thread asks and whatever was asked before. */
    float[] embed(String text);

    /** Name of the model, kept beside every stored vector: vectors of two models can't be compared. */
    String model();

    /** How alike two vectors of one model are, from -1 to 1. */
    static double similarity(float[] a, float[] b) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) { // four sums, so that none waits for the one before
            first += (double) a[i] * b[i];
            second += (double) a[i + 1] * b[i + 1];
            third += (double) a[i + 2] * b[i + 2];
            fourth += (double) a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) first += (double) a[i] * b[i];
        return first + second + (third + fourth);
    }
}
