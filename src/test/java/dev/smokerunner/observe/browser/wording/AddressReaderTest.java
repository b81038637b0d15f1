package dev.smokerunner.observe.browser.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.NamedAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(error: https://shop.example/7.3fa1.js) | https://shop.example/7.3fa1.js",
                "at open (https://shop.example/app.js:12:34) | https://shop.example/app.js",
                "Failed to fetch dynamically imported module: https://shop.example/a.js. | https://shop.example/a.js",
                "no answer of https://shop.example:8443 | https://shop.example:8443",
                "found 'https://shop.example/a(1).js' | https://shop.example/a(1).js",
                "GET /api/cart?id=1, then nothing | /api/cart?id=1",
                "cannot load lang/de.json! | lang/de.json",
            })
    void findsTheAddressAlone(String text, String address) {
        assertThat(AddressReader.read(text).words()).containsExactly(address);
    }

    @Test
    void findsNoneInOrdinaryWords() {
        assertThat(AddressReader.read("The cart is empty. Nothing to do!")).isEqualTo(NamedAddresses.NONE);
    }

    @Test
    void boundsTheirNumber() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append(i).append("/abc ");
        }

        assertThat(AddressReader.read(many.toString()).words()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/js/app.js, true",
        "https://cdn.example/js/app.js, true",
        "js/app.js, true",
        "https://shop.example/js/other.js, false",
        "https://shop.example/, false",
    })
    void tellsWhatTheyLeadTo(String url, boolean isMeant) {
        NamedAddresses named = AddressReader.read("cannot load /js/app.js");

        assertThat(named.leadTo(url)).isEqualTo(isMeant);
    }
}
