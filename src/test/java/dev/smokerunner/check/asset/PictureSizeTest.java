package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==",
                "data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
                "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%203%202'%3E%3C/svg%3E"
            })
    void knowsWhatShowsNothing(String address) {
        assertThat(PictureSize.isOfNothing(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/gif;base64,R0lGODlhEAAQAAAAACH5BAEKAAEALAAAAAAQABAAAAICTAEAOw==",
                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>",
                "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ",
                "data:image/png;base64,%%%",
                "data:",
                "blob:https://shop.example/1"
            })
    void takesAllElseForSomething(String address) {
        assertThat(PictureSize.isOfNothing(address)).isFalse();
    }

    @Test
    void readsAnAddressThatIsCutInTheMiddle() {
        assertThat(PictureSize.isOfNothing("data:image/gif;base64,R0lGODlhAQABAAAAACH5...AOw=="))
                .isTrue();
    }
}
