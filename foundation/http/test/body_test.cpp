#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "http/body_reader.hpp"
#include "http/multipart.hpp"

using namespace caicach;
using namespace caicach::http;

namespace
{

constexpr std::string_view kind = "multipart/form-data; boundary=gioi-han";

std::string part(std::string_view head, std::string_view body)
{
    return "--gioi-han\r\nContent-Disposition: form-data; " + std::string(head) + "\r\n\r\n" +
           std::string(body) + "\r\n";
}

const std::string end = "--gioi-han--\r\n";

Result<RequestParts> read(std::string_view content_type, std::string_view body, BodyLimits limits,
                          std::size_t step = 1000)
{
    BodyReader reader(content_type, limits, "/tmp");
    while (!body.empty()) {
        TRY(reader.feed(body.substr(0, step)));
        body.remove_prefix(std::min(step, body.size()));
    }
    RequestParts parts;
    TRY(reader.finish(parts));
    return parts;
}

std::string key_of(const Result<RequestParts>& result) { return result ? "" : result.error().key; }

bool exists(const std::string& path)
{
    struct stat facts = {};
    return ::stat(path.c_str(), &facts) == 0;
}

}  // namespace

TEST_CASE("a multipart form reads alike whatever its pieces")
{
    const auto body =
        part("name=\"ten\"", "Nguyễn A") + part("name=\"rong\"", "") +
        part("name=\"tep\"; filename=\"C:\\\\x\\\\K%22.docx\"", "--gioi-ha\r\n--gioi") +
        part("name=\"khong\"; filename=\"\"", "") + end;
    for (std::size_t step = 1; step < body.size(); step += 3) {
        const auto parts = MUST(read(kind, body, {.upload_bytes = 100}, step));
        REQUIRE(parts.form.size() == 2);
        CHECK(parts.form[0].name == "ten");
        CHECK(parts.form[0].value == "Nguyễn A");
        CHECK(parts.form[1].value.empty());
        REQUIRE(parts.files.size() == 1);
        CHECK(parts.files[0].field == "tep");
        CHECK(parts.files[0].client_name == "K\".docx");
        CHECK(parts.files[0].size == 17);
        CHECK(parts.files[0].sha256 == crypto::sha256_hex("--gioi-ha\r\n--gioi"));
    }
}

TEST_CASE("an uploaded file is ours alone, and goes with its request")
{
    std::string path;
    {
        const auto parts =
            MUST(read(kind, part("name=\"t\"; filename=\"a\"", "abc") + end, {.upload_bytes = 9}));
        path = parts.files[0].content.path();
        struct stat facts = {};
        REQUIRE(::stat(path.c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0777) == 0600);
        CHECK(facts.st_size == 3);
    }
    CHECK_FALSE(exists(path));
}

TEST_CASE("an empty file that was chosen is still a file")
{
    const auto parts =
        MUST(read(kind, part("name=\"t\"; filename=\"a\"", "") + end, {.upload_bytes = 9}));
    REQUIRE(parts.files.size() == 1);
    CHECK(exists(parts.files[0].content.path()));
    CHECK(parts.files[0].size == 0);
}

TEST_CASE("limits of forms and files each have their own message")
{
    const auto file = part("name=\"t\"; filename=\"a\"", std::string(11, 'x')) + end;
    CHECK(key_of(read(kind, file, {.upload_bytes = 11})).empty());
    CHECK(key_of(read(kind, file, {.upload_bytes = 10})) == "http.upload.too_large");
    CHECK(key_of(read(kind, file, {})) == "http.upload.not_expected");
    CHECK(key_of(read(kind, part("name=\"t\"", std::string(11, 'x')) + end, {.body_bytes = 10})) ==
          "http.form.too_large");
    CHECK(key_of(read("application/json", std::string(11, 'x'), {.body_bytes = 10})) ==
          "http.form.too_large");
    std::string many;
    for (int count = 0; count < 51; ++count) many += part("name=\"t\"; filename=\"a\"", "");
    CHECK(key_of(read(kind, many + end, {.upload_bytes = 1})) == "http.upload.too_many");
    many.clear();
    for (int count = 0; count < 2001; ++count) many += part("name=\"t\"", "");
    CHECK(key_of(read(kind, many + end, {})) == "http.form.too_many_fields");
}

TEST_CASE("a multipart that is cut, misnamed or disordered is malformed")
{
    const auto good = part("name=\"a\"", "b") + end;
    for (std::size_t size = 0; size < good.size() - 2; ++size)
        CHECK(key_of(read(kind, good.substr(0, size), {})) == "http.form.malformed");
    for (const auto& bad :
         {"x" + good, "\r\n" + good, part("nam=\"a\"", "b") + end, part("name=a\"b", "c") + "--x",
          part("name=\"a\"; name=\"b\"", "c") + end, part("name=\"a", "c") + end,
          std::string("--gioi-han\r\n\r\nb\r\n") + end, "--gioi-hanx\r\n" + good,
          "--gioi-han\r\nno colon\r\n\r\nb\r\n" + end,
          part("name=\"" + std::string(201, 'a') + "\"", "b") + end,
          part("name=\"a\"", "b\xFF") + end, part("name=\"a\"", std::string("b\0c", 3)) + end,
          "--gioi-han\r\nA: " + std::string(5000, 'a') + "\r\n\r\nb\r\n" + end})
        CHECK_MESSAGE(key_of(read(kind, bad, {})) == "http.form.malformed", bad);
}

TEST_CASE("a boundary is taken from its header, quoted or not")
{
    CHECK(multipart_boundary("multipart/form-data; boundary=a-b") == "a-b");
    CHECK(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"") ==
          std::nullopt);
    CHECK(multipart_boundary("multipart/form-data; boundary=\"a:b\"") == "a:b");
    CHECK_FALSE(multipart_boundary("multipart/form-data"));
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary="));
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
    CHECK_FALSE(multipart_boundary("multipart/mixed; boundary=a"));
}

TEST_CASE("urlencoded forms become fields, other bodies stay as they are")
{
    const auto form = MUST(read("application/x-www-form-urlencoded; charset=UTF-8", "a=b&c=d", {}));
    CHECK(form.form.size() == 2);
    CHECK(form.body.empty());
    const auto json = MUST(read("application/json", "{\"a\": 1}", {}));
    CHECK(json.form.empty());
    CHECK(json.body == "{\"a\": 1}");
}
