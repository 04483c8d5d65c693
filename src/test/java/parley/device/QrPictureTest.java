package parley.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.Visitor;

class QrPictureTest {

    private static final int PIXELS = 8;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void isReadByAnotherLibrary() throws Exception {
        String link = "https://chat.example.org/move#" + Visitor.newSecret();

        assertThat(read(QrPicture.of(link))).isEqualTo(link);
    }

    @Test
    void hasTheMarginThatReadersNeed() {
        var picture = QrPicture.of("http://localhost:7070/move#" + Visitor.newSecret());

        int[] dark = MODULE.matcher(picture.path()).results()
                .mapToInt(module -> Math.min(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2))))
                .toArray();
        assertThat(Arrays.stream(dark).min()).hasValue(4);
        assertThat(picture.path()).matches("(?:" + MODULE + ")+");
    }

    private static String read(QrPicture picture) throws Exception {
        int width = picture.size() * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        MODULE.matcher(picture.path()).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * PIXELS;
            int top = Integer.parseInt(module.group(2)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + PIXELS, 0);
            }
        });
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader().decode(image).getText();
    }
}
