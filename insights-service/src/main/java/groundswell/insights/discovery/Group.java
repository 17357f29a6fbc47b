package groundswell.insights.discovery;

import groundswell.language.Clusters;
import groundswell.language.EncodedText;
import groundswell.language.Keywords;
import groundswell.language.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tickets that say the same. Pure.
 *
 * @param members with how near each is to the middle of the group, the most typical first
 * @param customers who wrote them
 */
record Group(Map<UUID, Double> members, Set<UUID> customers) {
    /** A ticket's text as a model sees it. */
    record Unclear(UUID ticketId, UUID requesterId, EncodedText text) {}

    static final int LEAST_TICKETS = 5;

    /** One who writes five times is not five who do; and a word of three is none of their own secrets. */
    static final int LEAST_CUSTOMERS = 3;

    /**
     * On banking77 with a seventh of the labels kept from the model, this finds most of these again, in groups of which five in
     * six texts belong together ({@code deploy/bench discovery}); with less it finds more and mixes more.
     */
    private static final double ALIKE = 0.78;

    /** The largest first. */
    static List<Group> of(List<Unclear> texts) {
        var vectors = texts.stream().map(one -> one.text().vector()).toList();
        return Clusters.of(vectors, ALIKE, LEAST_TICKETS).stream()
                .map(cluster -> of(cluster.members().stream().map(texts::get).toList(), vectors(cluster, vectors)))
                .filter(group -> group.customers().size() >= LEAST_CUSTOMERS)
                .toList();
    }

    static Keywords wordsAgainst(List<Unclear> texts) {
        return Keywords.against(
                texts.stream().<Terms>map(one -> one.text().terms()).toList());
    }

    private static List<float[]> vectors(Clusters.Cluster cluster, List<float[]> all) {
        return cluster.members().stream().map(all::get).toList();
    }

    private static Group of(List<Unclear> texts, List<float[]> vectors) {
        record Near(UUID ticket, double typicality) {}
        var typicality = Clusters.typicality(vectors);
        var near = new ArrayList<Near>();
        for (int i = 0; i < typicality.length; i++) {
            near.add(new Near(texts.get(i).ticketId(), typicality[i]));
        }
        near.sort(Comparator.comparingDouble(Near::typicality).reversed().thenComparing(Near::ticket));
        var members = new LinkedHashMap<UUID, Double>();
        near.forEach(one -> members.put(one.ticket(), one.typicality()));
        return new Group(members, texts.stream().map(Unclear::requesterId).collect(Collectors.toSet()));
    }
}
