package parley.passkey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.page.Problem;

class VerifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "<xml/>", "{\"id\":\"x\"}", "{\"response\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{"
                    + "\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\",\"authenticatorData\":\"AA\","
                    + "\"signature\":\"AA\"}}"})
    void whatIsNoPasskeyIsRefused(String nonsense) {
        assertThatThrownBy(() -> Verifier.get().registration(nonsense)).isInstanceOf(Problem.class)
                .hasMessageContaining("This is no passkey that a browser would send.");
        assertThatThrownBy(() -> Verifier.get().assertion(nonsense)).isInstanceOf(Problem.class)
                .hasMessageContaining("This is no passkey that a browser would send.");
    }
}
