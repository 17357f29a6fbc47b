package groundswell.language;

/** A vector that is zero but for some columns, which are in ascending order. */
record SparseVector(int[] columns, float[] values) {
    static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    /** The cosine, for vectors of length one. */
    double similarity(SparseVector other) {
        double sum = 0;
        for (int i = 0, j = 0; i < columns.length && j < other.columns.length; ) {
            if (columns[i] < other.columns[j]) i++;
            else if (columns[i] > other.columns[j]) j++;
            else sum += (double) values[i++] * other.values[j++];
        }
        return sum;
    }
}
