package groundswell.insights.words;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Cue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CueFinderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CANT_FIND | I can't find the invoice anywhere in the new menu.
            CANT_FIND | Where do I change the delivery address?
            CANT_FIND | We looked everywhere and gave up.
            CANT_FIND | no idea where that export went
            CANT_FIND | I couldn’t locate the tracking number on the page.
            CANT_FIND | Where is the logout button?
            CONFUSING | The new price page is really confusing.
            CONFUSING | I do not understand what the second limit is for.
            CONFUSING | What does "pending settlement" even mean?
            CONFUSING | it's not clear which of the two plans we are on
            CONFUSING | Your wording there is misleading at best.
            CONFUSING | no idea how the discount is worked out
            BROKEN | The app crashes whenever I open a photo.
            BROKEN | Since Tuesday the scanner isn't working.
            BROKEN | I keep getting an error when I press save.
            BROKEN | the upload fails every time
            BROKEN | it won't sync with my phone any more
            BROKEN | The site shows a blank page after login.
            SLOW | Searching has become terribly slow.
            SLOW | The report takes forever to open.
            SLOW | every second request times out
            SLOW | The whole thing is sluggish on my tablet
            SLOW | it just keeps loading
            SLOW | Uploading takes way too long since the update.
            MISSING | Could you please add dark mode?
            MISSING | It would be great if we could export to a spreadsheet.
            MISSING | There is no way to undo a merge.
            MISSING | I wish there was a calendar view
            MISSING | We need a filter for archived projects.
            MISSING | any plans to support two accounts on one phone?
            TOO_EXPENSIVE | For a team of three this is far too expensive.
            TOO_EXPENSIVE | We can no longer afford it.
            TOO_EXPENSIVE | not worth the money if you ask me
            TOO_EXPENSIVE | Another price increase, the third in a year.
            TOO_EXPENSIVE | frankly it's overpriced
            SECURITY_WORRY | I think my account was hacked last night.
            SECURITY_WORRY | Someone else has access to our files.
            SECURITY_WORRY | There is an unknown device in my list, is my data safe?
            SECURITY_WORRY | I got a phishing mail in your name
            SECURITY_WORRY | an unauthorised charge of 40 euros appeared
            THANKS | Thank you so much, it works now!
            THANKS | Thanks for the quick help, Maya.
            THANKS | You are the best.
            THANKS | Great support as always
            THANKS | You saved my weekend
            THANKS | The refund arrived, I really appreciate how fast this went.
            COMPETITOR | Your competitor does this for half the price.
            COMPETITOR | We are considering some alternatives.
            COMPETITOR | Then I am switching to another provider.
            COMPETITOR | I'll take my business elsewhere
            CANCELLING | I want to cancel my subscription.
            CANCELLING | Please close our account by the end of the month.
            CANCELLING | We will not renew.
            CANCELLING | If this goes on I am leaving, so consider us gone.
            CANCELLING | that was the last straw
            """)
    void a_sentence_gives_its_cue_away(Cue cue, String sentence) {
        assertThat(CueFinder.in(sentence)).extracting(CueFinder.Found::cue).contains(cue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks in advance.",
                "Thank you for contacting us about your order.",
                "No thanks, we are fine with the plan we have.",
                "We would appreciate a reply today.",
                "Thanks for nothing.",
                "My bill is super high this month.",
                "The new colour is great, I suppose.",
                "Thank you for the quick answer, but it is still the same here.",
                "Sorry for the confusion in my last mail.",
                "Nothing is broken, I only have a question.",
                "The service is not slow at all.",
                "It is not too expensive for what it does.",
                "We don't want to cancel our subscription, only to pause it.",
                "Please cancel the order from yesterday.",
                "Which address do you deliver to?",
                "I have two accounts and would like one invoice for both.",
                "My parcel was left with a neighbour.",
                "Please send the contract to our new office.",
                "The answer was hardly helpful.",
                "How many seats does the team plan have?"
            })
    void an_ordinary_sentence_gives_nothing_away(String sentence) {
        assertThat(CueFinder.in(sentence)).isEmpty();
    }

    @Test
    void what_works_badly_is_broken_and_no_thank_you() {
        assertThat(CueFinder.in("It's not working great."))
                .extracting(CueFinder.Found::cue)
                .containsExactly(Cue.BROKEN);
    }

    @Test
    void each_cue_is_found_once_with_the_first_sentence_that_carries_it() {
        assertThat(CueFinder.in("Hello. The app crashes. It crashes daily! Thank you so much for the quick help."))
                .containsExactly(new CueFinder.Found(Cue.BROKEN, 1), new CueFinder.Found(Cue.THANKS, 3));
        assertThat(CueFinder.sentences("Hello. The app crashes.").get(1)).isEqualTo("The app crashes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u0000", "???", "😀😀", "どこですか", "Я не могу найти кнопку"})
    void strange_texts_say_nothing(String text) {
        assertThat(CueFinder.in(text)).isEmpty();
    }

    /** Phrases with repetitions must not be tried in every combination: this would not end. */
    @Test
    void a_hostile_text_is_read_like_any_other() {
        var hostile = "thanks ".repeat(3_000) + "where is the " + "a ".repeat(5_000) + "\u00a0".repeat(3_000);
        assertThat(CueFinder.in(hostile)).isEmpty();
        assertThat(CueFinder.in("we are looking for " + "a ".repeat(9_000))).isEmpty();
        assertThat(CueFinder.in("thank you so much " + "but ".repeat(4_500))).hasSize(1);
    }
}
