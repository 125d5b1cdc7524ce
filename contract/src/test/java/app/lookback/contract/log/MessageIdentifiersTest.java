package app.lookback.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class MessageIdentifiersTest {

    @Test
    void are_what_axon_uses_fit_their_column_and_differ() {
        var axon = IdentifierFactory.getInstance();

        assertThat(axon).isInstanceOf(MessageIdentifiers.class);
        assertThat(axon.generateIdentifier()).hasSizeLessThanOrEqualTo(36).isNotEqualTo(axon.generateIdentifier());
        assertThat(new MessageIdentifiers().generateIdentifier())
                .isNotEqualTo(new MessageIdentifiers().generateIdentifier());
    }
}
