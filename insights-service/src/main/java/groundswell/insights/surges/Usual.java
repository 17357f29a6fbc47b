package groundswell.insights.surges;

/**
 * What is usual for one key on one day.
 *
 * @param hours tickets expected in each of the day's 24 hours (UTC)
 * @param spread by how much one hour varies beyond chance: variance is mean + spread × mean²
 * @param spreadOfFour the same for four hours together
 */
record Usual(double[] hours, double spread, double spreadOfFour) {
    static final Usual NOTHING = new Usual(new double[24], Rhythm.PRIOR_SPREAD, Rhythm.PRIOR_SPREAD);

    double quarter(int quarterOfDay) {
        return hours[quarterOfDay / 4] / 4;
    }

    double spreadOver(int quarters) {
        return quarters <= 4 ? spread : quarters < 16 ? (spread + spreadOfFour) / 2 : spreadOfFour;
    }
}
