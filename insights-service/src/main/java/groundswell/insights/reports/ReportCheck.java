package groundswell.insights.reports;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A report worked out again.
 *
 * @param evidence whether the evidence is what was frozen
 * @param numbers whether they are those that were frozen, and each comes out of the evidence again
 * @param documents whether the documents are, byte for byte, those whose hashes were noted
 * @param tickets in the evidence
 */
public record ReportCheck(boolean evidence, boolean numbers, boolean documents, int tickets) {
    @JsonProperty
    public boolean equal() {
        return evidence && numbers && documents;
    }
}
