package dev.aftersales.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class EvidenceIT {

    private static final int LIMIT = 1024 * 1024;
    private static final String HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>";

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    Api maria;

    @BeforeEach
    void callTheService() {
        maria = Api.at(port).as(People.MARIA);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void takesAPhotoOrVideoByItsContentAndHandsItBackAsADownload(String type, String extension, byte[] content) {
        // When
        Answer taken = maria.upload("/api/v1/evidence", "../../etc/x.html", "text/html", content);

        // Then
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.<String>at("$.contentType")).isEqualTo(type);
        assertThat(taken.<Integer>at("$.size")).isEqualTo(content.length);
        String id = taken.at("$.id");
        assertThat(taken.header("Location")).isEqualTo("/api/v1/evidence/" + id);
        Answer served = maria.get("/api/v1/evidence/" + id);
        assertThat(served.body()).isEqualTo(content);
        assertThat(served.header("Content-Type")).isEqualTo(type);
        assertThat(served.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + id + "." + extension + "\"");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Content-Security-Policy")).startsWith("sandbox");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("image/jpeg", "jpg", GivenClaims.JPEG),
                arguments("image/png", "png", bytes("\u0089PNG\r\n\u001a\n", 20)),
                arguments("image/gif", "gif", bytes("GIF89a", 20)),
                arguments("image/webp", "webp", bytes("RIFF\u0010\0\0\0WEBPVP8 ", 20)),
                arguments("image/heic", "heic", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", 20)),
                arguments("video/mp4", "mp4", bytes("\0\0\0\u0018ftypisom\0\0\u0002\0isommp42", 20)),
                arguments("video/mp4", "mp4", bytes("\0\0\0\u0018ftypmp42\0\0\0\0isommp42", 20)),
                arguments("video/quicktime", "mov", bytes("\0\0\0\u0014ftypqt  \0\0\u0002\0qt  ", 20)),
                arguments(
                        "video/webm",
                        "webm",
                        bytes(
                                "\u001aE\u00df\u00a3\u009fB\u0086\u0081\u0001B\u00f7\u0081\u0001B\u00f2\u0081\u0004B\u00f3\u0081\u0008B\u0082\u0084webm",
                                40)),
                arguments(
                        "video/x-matroska",
                        "mkv",
                        bytes(
                                "\u001aE\u00df\u00a3\u00a3B\u0086\u0081\u0001B\u00f7\u0081\u0001B\u00f2\u0081\u0004B\u00f3\u0081\u0008B\u0082\u0088matroska",
                                40)),
                // A picture that is a page as well is served as nothing but a picture to be saved.
                arguments("image/gif", "gif", bytes("GIF89a/*" + HTML + "*/=1", 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void refusesWhatIsNeitherWhateverItIsCalled(String name, byte[] content) {
        // When
        Answer answer = maria.upload("/api/v1/evidence", name, "image/jpeg", content);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:media-type-not-taken");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments("page.jpg", bytes(HTML, 0)),
                arguments("drawing.png", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", 0)),
                arguments("document.jpg", bytes("%PDF-1.7", 40)),
                arguments("archive.jpg", bytes("PK\u0003\u0004", 40)),
                arguments("program.mp4", bytes("MZ", 200)),
                arguments("text.jpg", bytes("just words", 0)),
                arguments("other-ebml.mkv", bytes("\u001aE\u00df\u00a3\u0087B\u0082\u0084html", 40)),
                arguments("zeros.jpg", new byte[1000]));
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        // When
        Answer answer = maria.upload("/api/v1/evidence", "big.jpg", "image/jpeg", jpegOf(LIMIT));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(maria.get("/api/v1/evidence/" + answer.<String>at("$.id")).body())
                .isEqualTo(jpegOf(LIMIT));
    }

    @Test
    void refusesAFileOverTheLimitAndKeepsNothingOfIt() {
        // Given
        long files = count("evidence.files");
        long chunks = count("evidence.chunks");
        long uploads = count("evidence-uploads");

        // When
        Answer little = maria.upload("/api/v1/evidence", "big.jpg", "image/jpeg", jpegOf(LIMIT + 1));
        Answer much = maria.upload("/api/v1/evidence", "big.jpg", "image/jpeg", jpegOf(8 * LIMIT));

        // Then
        assertThat(little.status()).as(little.toString()).isEqualTo(413);
        assertThat(much.status()).isEqualTo(413);
        assertThat(little.<Integer>at("$.limit")).isEqualTo(LIMIT);
        assertThat(count("evidence.files")).isEqualTo(files);
        assertThat(count("evidence.chunks")).isEqualTo(chunks);
        assertThat(count("evidence-uploads")).isEqualTo(uploads);
    }

    @Test
    void refusesANameThatIsTooLongAndSaysThatItIsTheName() {
        // Given
        long uploads = count("evidence-uploads");

        // When
        Answer answer = maria.upload("/api/v1/evidence", "x".repeat(600) + ".jpg", "image/jpeg", GivenClaims.JPEG);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:file-name-too-long");
        assertThat(count("evidence-uploads")).isEqualTo(uploads);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void refusesAFormThatIsNotExactlyOneFileAndKeepsNothingOfIt(String name, String form, String reason) {
        // Given
        long uploads = count("evidence-uploads");

        // When
        Answer answer = maria.with("Content-Type", "multipart/form-data; boundary=b")
                .post("/api/v1/evidence", form.replace("\n", "\r\n"));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<String>at("$.field")).isEqualTo("file");
        assertThat(answer.<String>at("$.detail")).startsWith(reason);
        assertThat(count("evidence-uploads")).isEqualTo(uploads);
    }

    static Stream<Arguments> forms() {
        String file = "--b\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gif\"\n\nGIF89a0123\n";
        return Stream.of(
                arguments("no part", "--b--\n", "There is no file."),
                arguments(
                        "a field instead",
                        "--b\nContent-Disposition: form-data; name=\"file\"\n\nGIF89a\n--b--\n",
                        "The part is not a file"),
                arguments("another name", file.replace("\"file\"", "\"photo\"") + "--b--\n", "The part is not a file"),
                arguments("empty", file.replace("GIF89a0123", "") + "--b--\n", "The file is empty."),
                arguments("two files", file + file + "--b--\n", "There is more than one part."),
                arguments("cut off", file.substring(0, file.length() - 4), "The multipart body is broken."));
    }

    @Test
    void asksForAFormWhereThereIsNone() {
        assertThat(maria.post("/api/v1/evidence", "{}").status()).isEqualTo(415);
    }

    @Test
    void refusesAFormWithoutABoundary() {
        assertThat(maria.with("Content-Type", "multipart/form-data")
                        .post("/api/v1/evidence", "x")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA", "TOMAS", "AMIRA"})
    void showsEvidenceToTheVendorsStaff(People person) {
        String id = GivenClaims.at(port).photo(People.MARIA);
        assertThat(Api.at(port).as(person).get("/api/v1/evidence/" + id).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHEN", "CARL", "BO", "TARA"})
    void hidesEvidenceFromOtherCompaniesAndVendors(People person) {
        // Given
        String id = GivenClaims.at(port).photo(People.MARIA);

        // When
        Answer hidden = Api.at(port).as(person).get("/api/v1/evidence/" + id);
        Answer missing = Api.at(port).as(person).get("/api/v1/evidence/evd-none");

        // Then
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace(id, "X")).isEqualTo(missing.text().replace("evd-none", "X"));
    }

    @Test
    void keepsTheCleanedNameForPeopleOnly() {
        // When
        String id = maria.upload("/api/v1/evidence", "C:\\\\tmp\\\\my <photo>.jpg", "image/jpeg", GivenClaims.JPEG)
                .at("$.id");

        // Then
        assertThat(database.getCollection("evidence-uploads")
                        .find(Filters.eq("_id", id))
                        .first()
                        .getEmbedded(List.of("state", "fileName"), String.class))
                .isEqualTo("my photo.jpg");
        assertThat(database.getCollection("evidence.files")
                        .find(Filters.eq("_id", new BsonString(id)))
                        .first()
                        .getString("filename"))
                .as("the file itself is called by its id")
                .isEqualTo(id);
    }

    private long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    private static byte[] jpegOf(int size) {
        byte[] content = Arrays.copyOf(GivenClaims.JPEG, size);
        Arrays.fill(content, GivenClaims.JPEG.length, size, (byte) 7);
        return content;
    }

    /** Each character one byte, and so many zeros after them. */
    private static byte[] bytes(String latin, int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[zeros]);
        return bytes.toByteArray();
    }
}
