package dev.aftersales.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final int NONE = -1;
    private static final String FORGED = "x\r\nBcc: everyone@example.org";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void letsNoHeaderHoldALineBreak(int forged) {
        assertThatThrownBy(() -> mail(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("everyone");
    }

    @Test
    void showsNothingOfItsContentInText() {
        assertThat(mail(NONE)).hasToString("Mail[h0]");
    }

    private static Mail mail(int forged) {
        String[] headers = new String[8];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = i == forged ? FORGED : "h" + i;
        }
        return new Mail(
                headers[0],
                headers[1],
                headers[2],
                headers[3],
                headers[4],
                headers[5],
                headers[6],
                "a text\nwith lines",
                headers[7]);
    }
}
