package groundswell.insights.words;

import groundswell.insights.Cue;
import groundswell.language.Sentences;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds cues by the phrases that carry them in English. Precision before recall: a cue that is missed is one ticket less in
 * a count, a cue that is wrong stands beside a quote that says something else. Pure.
 */
final class CueFinder {
    /** @param sentence number of the sentence that carries it, from 0, as {@link Sentences} cuts the text */
    record Found(Cue cue, int sentence) {}

    /** What is longer than this without a full stop is no sentence; no phrase is looked for in its rest. */
    private static final int LONGEST_SENTENCE = 1_000;

    /** A longer text's end says nothing new. */
    static final int LONGEST = 20_000;

    private static final String LANGUAGE = "en";

    private static final Map<Cue, Pattern> SAYS = new EnumMap<>(Cue.class);
    private static final Map<Cue, Pattern> BUT_NOT = new EnumMap<>(Cue.class);

    static {
        says(
                Cue.CANT_FIND,
                "\\b(can'?t|cannot|can not|couldn'?t|could not|unable to|not able to|impossible to|no way to)"
                        + "( seem to| for the life of me)? (find|locate|see where|figure out where|tell where)\\b",
                "\\bwhere (do|can|would|should) (i|we|one|you) (find|see|get to|change|set|turn|go|click|look)\\b",
                "\\bwhere (is|are|did) (the|my|our|that) [\\w -]{2,30} ?(button|page|setting|settings|option|menu|tab|link|list|go|gone|hidden|hiding)\\b",
                "\\b(looked|searched|clicked through|been looking|looking|searching) (everywhere|all over|high and low|for (it|this|that) everywhere)\\b",
                "\\bno idea where\\b",
                "\\bhidden (away )?(somewhere|in)\\b");
        says(
                Cue.CONFUSING,
                "\\b(confus(ing|ed|es)|unclear|unintuitive|not intuitive|counter-?intuitive|misleading|makes no sense|don'?t get it)\\b",
                "\\b(don'?t|do not|didn'?t|can'?t|cannot|hard to|difficult to|impossible to) (really )?(understand|follow|make sense of) (how|what|why|which|the|this|it|your)\\b",
                "\\bwhat (does|do) [\\w \"'“”-]{2,40} (even )?mean\\b",
                "\\bno idea (what|how|why)\\b",
                "\\bit'?s not clear\\b|\\bisn'?t clear\\b|\\bnot obvious\\b");
        butNot(
                Cue.CONFUSING,
                "\\b(sorry|apologies|excuse)\\b[^.]{0,30}\\bconfus",
                "\\bnot (at all )?confus",
                "\\bno longer confus");
        says(
                Cue.BROKEN,
                "\\b(broken|crash(es|ed|ing)?|doesn'?t work|does not work|not working|stopped working|won'?t (load|open|start|save|sync|print|connect)|isn'?t working|no longer works?)\\b",
                "\\b(throws?|gives?|get|getting|got|shows?|returns?|see|seeing) (me |us )?(an? |the |this )?(\\w+ )?(error|exception|blank (page|screen)|white screen|500|404)\\b",
                "\\b(keeps|kept) (crashing|failing|freezing|logging (me|us) out|timing out)\\b",
                "\\b(fails?|failed) (every time|again|to (load|save|send|sync|open|upload|import|export|start))\\b");
        butNot(
                Cue.BROKEN,
                "\\b(nothing|not|isn'?t|never) (is )?broken\\b",
                "\\bdoesn'?t work for (me|us) (on|at) (mon|tues|wednes|thurs|fri|satur|sun)day");
        says(
                Cue.SLOW,
                "\\b(slow|slower|sluggish|laggy|lags|lagging|crawl(s|ing)?|unresponsive)\\b",
                "\\btakes? (ages|forever|an eternity|minutes|hours|half an hour|far too long|way too long|so long|too long)\\b",
                "\\b(times? out|timed out|timing out|time-?out|hangs|spinning wheel|keeps (loading|spinning))\\b");
        butNot(
                Cue.SLOW,
                "\\b(not|isn'?t|never|no longer) (that |so |too |particularly )?slow\\b",
                "\\bslow (reply|response|answer|to (reply|respond|answer))\\b");
        says(
                Cue.MISSING,
                "\\b(please|could you|can you|would you|you should|any plans to) (please )?(add|support|implement|offer|bring back)\\b",
                "\\b(would|it'?d) be (great|nice|lovely|helpful|useful|good|handy) (if|to (be able|have))\\b",
                "\\b(i|we) (really )?(wish|miss|need) (there (was|were)|the (old|option|ability|possibility)|an? (option|way|setting|filter|export|button))\\b",
                "\\bthere('?s| is) no (way|option|possibility|button|setting|support for|filter|export)\\b",
                "\\b(feature|functionality) (request|is missing)\\b",
                "\\b(lacks|missing) (an? |the )?(option|feature|ability|possibility|support for|export|filter)\\b");
        says(
                Cue.TOO_EXPENSIVE,
                "\\b(too|so|very|really|quite|pretty|way too|far too) (expensive|pricey|costly|dear)\\b",
                "\\b(expensive|overpriced|pricey|rip-?off)\\b",
                "\\b(can'?t|cannot|can no longer|couldn'?t) (really )?afford\\b",
                "\\bnot worth (the (price|money|cost)|what (i|we) pay|it any ?more)\\b",
                "\\b(price|prices|fee|fees|cost|bill) (has|have|had|went|gone|going|go) (\\w+ )?(up|doubled|tripled)\\b|\\bprice (increase|hike|rise)\\b");
        butNot(Cue.TOO_EXPENSIVE, "\\b(not|isn'?t|never|less) (that |so |too |as )?(expensive|pricey|overpriced)\\b");
        says(
                Cue.SECURITY_WORRY,
                "\\b(hacked|phishing|phished|data (breach|leak)|leaked|compromised|stolen (card|password|account|identity)|identity theft|fraud(ulent)?|scam(med)?)\\b",
                "\\b(somebody|someone|strangers?|another (person|customer|user)|other (people|customers|users)) (else )?(has|have|had|can|could|got|is|was|saw|sees?|logged|using|used) (\\w+ ){0,3}(access|log(ged)? in|my|our|see|into)\\b",
                "\\b(unauthori[sz]ed|suspicious|unknown) (access|login|log-?in|charge|transaction|device|activity|payment)\\b",
                "\\bis (my|our|the) (data|account|information|money) (still )?(safe|secure)\\b",
                "\\b(not|isn'?t|doesn'?t feel|don'?t feel) (safe|secure)\\b");
        says(
                Cue.THANKS,
                "\\b(thank you|thanks|thx|many thanks|cheers)\\b[^.!?]{0,20}\\bfor (the |your |all |such )?(\\w+ ){0,2}(help|support|quick|fast|speedy|swift|prompt|great|excellent|kind|patience with|sorting|fixing|solving|resolving|explaining|going|getting)\\b",
                "\\b(you|your (team|colleagues?|support)|(?-i:(?!The|It|This|That|My|Our|Your|What|Everything|Which|App|Price)[A-Z][a-z]+)) (is|are|were|was|have been|has been|'re) (so |really |very |just |absolutely |incredibly )?(amazing|brilliant|fantastic|awesome|wonderful|great|the best|lifesavers?|a star|stars|legends?|so helpful|very helpful|really helpful|incredibly helpful)\\b",
                "\\b(great|excellent|amazing|outstanding|brilliant|fantastic|wonderful|superb|top|best) (job|work|support|service|team|customer service|customer support|help)\\b",
                "\\b(works|working) (perfectly|great|like a charm|beautifully|again,? thank)",
                "\\b(i|we) (really )?(love|appreciate) (the|your|this|that|how|it|working with)\\b",
                "\\b(made|saved) (my|our) (day|week|weekend|life)\\b",
                "\\bthank you so (very )?much\\b|\\bthanks (a million|a lot|so much|ever so much)\\b");
        butNot(
                Cue.THANKS,
                "\\bin advance\\b",
                "\\bbut\\b[^.!?]{0,80}\\b(still|again|not|never|no|same|doesn'?t|isn'?t|didn'?t|can'?t|unfortunately)\\b",
                "\\bno thanks\\b|\\bthanks for nothing\\b|\\bthanks but\\b",
                "\\bwould (really )?appreciate\\b|\\bappreciate (it|the|your)[^.]{0,40}\\bif\\b",
                "\\bthanks? (you )?for (contacting|your (order|purchase|understanding|time|attention))\\b",
                "\\b(not|isn'?t|wasn'?t|aren'?t|hardly|far from|doesn'?t|don'?t) (so |very |really |a |working )?(great|helpful|amazing|good|the best|perfectly|work)\\b",
                "\\b(would|it'?d) be (great|amazing|wonderful|brilliant|awesome|fantastic)\\b");
        says(
                Cue.COMPETITOR,
                "\\bcompetitors?\\b",
                "\\b(another|a different|other) (provider|vendor|supplier|service|tool|product|app|platform|bank|company)s?\\b[^.!?]{0,30}\\b(instead|does|do|has|have|offers?|cheaper|better|can)\\b",
                "\\b(switch(ing|ed)?|mov(e|ing|ed)|going|go|chang(e|ing)|migrat(e|ing)) (over )?(to|back to) (another|a different|an? other|a new) (provider|vendor|supplier|service|tool|product|app|platform|bank|company)\\b",
                "\\b(looking (at|for)|evaluating|considering|trying( out)?|found) (an? |some |other |better ){0,3}(alternatives?|replacement)\\b",
                "\\b(elsewhere|somewhere else)\\b[^.!?]{0,30}\\b(business|cheaper|better)\\b|\\b(business|going|go|look(ing)?) (elsewhere|somewhere else)\\b");
        says(
                Cue.CANCELLING,
                "\\b(want|like|need|going|how (do|can) (i|we)|about|decided|ready|wish|intend|plan(ning)?|thinking of|considering)( to)? (cancel(l?ing)?|clos(e|ing)|terminat(e|ing)|delet(e|ing)) (my|our|the|this) (\\w+ )?(subscription|account|contract|plan|membership|service)\\b",
                "\\b(cancel|close|terminate) (my|our) (\\w+ )?(subscription|account|contract|plan|membership)\\b",
                "\\b(i'?m|we'?re|i am|we are|i'?ll be|we'?ll be|i will be|we will be) (leaving|out of here|done with (you|this)|cancell?ing)\\b",
                "\\b(won'?t|will not|not going to|don'?t plan to) (renew|be renewing|stay|be staying)\\b",
                "\\b(cancel|leave|leaving|unsubscribe) (if|unless)\\b|\\blast straw\\b");
        butNot(
                Cue.CANCELLING,
                "\\b(don'?t|do not|never|not) (want|like|wish|plan|intend)( to)? (cancel|close|leave)",
                "\\bcancel(led)? (my|our|the) (order|meeting|booking|flight|appointment)\\b");
    }

    private static void says(Cue cue, String... phrases) {
        SAYS.put(cue, any(phrases));
    }

    private static void butNot(Cue cue, String... phrases) {
        BUT_NOT.put(cue, any(phrases));
    }

    private static Pattern any(String... phrases) {
        return Pattern.compile(String.join("|", phrases), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Each cue once, with the first sentence that carries it. */
    static List<Found> in(String text) {
        var found = new EnumMap<Cue, Found>(Cue.class);
        var sentences = sentences(text);
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = start(sentences.get(i)).replace('’', '\'');
            for (var cue : SAYS.entrySet()) {
                if (!found.containsKey(cue.getKey()) && says(cue.getValue(), BUT_NOT.get(cue.getKey()), sentence)) {
                    found.put(cue.getKey(), new Found(cue.getKey(), i));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    static List<String> sentences(String text) {
        return Sentences.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text, LANGUAGE);
    }

    private static String start(String sentence) {
        return sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) : sentence;
    }

    private static boolean says(Pattern phrases, @Nullable Pattern butNot, String sentence) {
        return phrases.matcher(sentence).find()
                && (butNot == null || !butNot.matcher(sentence).find());
    }

    private CueFinder() {}
}
