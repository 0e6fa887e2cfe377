package dev.aftersales.testing;

import java.util.List;
import java.util.function.Predicate;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Lets a wait that ran out say which records were there instead of the awaited ones. */
final class Satisfying extends TypeSafeMatcher<List<Message>> {

    private final Predicate<List<Message>> enough;

    Satisfying(Predicate<List<Message>> enough) {
        this.enough = enough;
    }

    @Override
    protected boolean matchesSafely(List<Message> messages) {
        return enough.test(messages);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("the awaited records");
    }

    @Override
    protected void describeMismatchSafely(List<Message> messages, Description description) {
        description.appendText("there were ").appendText(String.valueOf(messages.size()));
        messages.forEach(m -> description.appendText("\n  ").appendText(m.toString()));
    }
}
