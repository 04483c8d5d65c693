package parley.device;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to be drawn as SVG.
 *
 * @param size of the square, the blank margin included that readers need
 * @param path of its dark modules, each of which is one unit wide
 */
public record QrPicture(int size, String path) {

    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }
}
