#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "crypto/crypto.hpp"
#include "crypto/test/signing_people.hpp"
#include "document/archive.hpp"
#include "document/pdf_verification.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/module.hpp"
#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using crypto::testing::SigningPeople;
using identity::Role;

constexpr const char* head = "Lê_Văn_Tám";
constexpr const char* office = "Sở_Nội_vụ";

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

/// Keys are made once for all tests.
const SigningPeople& people()
{
    static const SigningPeople one;
    static const bool is_made = [] {
        one.add(head);
        one.add(office);
        one.add("Đã_hết_hạn", {"--to", "2025-12-31"});
        return true;
    }();
    VERIFY(is_made);
    return one;
}

void trust(App& app, const std::string& pem)
{
    std::ofstream{
        app.system_context().services().data_folder + "/" + std::string{authorities_file_name},
        std::ios::binary}
        << pem;
}

/// A numbered report of SNV, an officer who looks after it, and its page of signatures.
struct Desk {
    App app{};
    Visitor officer{app.as(Role::agency_officer, "SNV")};
    std::string path{};

    Desk()
    {
        auto context = app.system_context();
        static_cast<void>(testing::series_of_agency(context, "SNV"));
        path = "/van-ban-di/" + testing::draft_of_agency(context, "SNV").code;
    }
    void number() { REQUIRE(officer.post(path + "/cap-so", {{"version", "1"}}).status == 303); }
    [[nodiscard]] std::string version()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        const auto code = path.substr(path.rfind('/') + 1);
        return std::to_string(MUST(DocumentStore{transaction}.find(code)).version);
    }
    http::Response prepare()
    {
        return officer.post(path + "/ky/chuan-bi", {{"version", version()}});
    }
    http::Response receive(const std::string& bytes)
    {
        return officer.upload(path + "/ky/nhan", "file", "đã ký.pdf", bytes,
                              {{"version", version()}});
    }
    std::string file(const std::string& name) { return officer.get(path + "/ky/" + name).text(); }
};

}  // namespace

TEST_CASE("a document with a number is signed by a program, then sealed by a token")
{
    Desk desk;
    trust(desk.app, people().authority());
    CHECK(desk.prepare().status == 409);  // a draft has no number
    desk.number();
    CHECK(has(desk.officer.get(desk.path), "/ky\""));
    CHECK(has(desk.officer.get(desk.path + "/ky"), "Chuẩn bị: Chữ ký của người ký"));
    CHECK(desk.officer.get(desk.path + "/ky/da-ky.pdf").status == 404);
    CHECK(desk.prepare().status == 303);
    CHECK(desk.prepare().status == 409);  // one after the other
    const auto page = desk.officer.get(desk.path + "/ky");
    CHECK(has(page, crypto::sha256_hex(desk.file("phan-duoc-ky.bin"))));

    // A desktop program makes a place of its own.
    const auto first = people().made("whole", head, desk.file("tep.pdf"));
    CHECK(desk.receive(first).status == 303);
    CHECK(has(desk.officer.get(desk.path), "Đã ký số"));
    CHECK(has(desk.officer.get(desk.path + "/ky"), "Lê Văn Tám"));
    CHECK(desk.file("da-ky.pdf") == first);

    // A token signs the hash of the part.
    CHECK(has(desk.officer.get(desk.path + "/ky"), "Chuẩn bị: Chữ ký của cơ quan"));
    CHECK(desk.prepare().status == 303);
    const auto seal = people().sign(office, desk.file("phan-duoc-ky.bin"));
    CHECK(desk.receive(seal).status == 303);
    CHECK(has(desk.officer.get(desk.path + "/ky"), "Đã đủ chữ ký"));
    CHECK(desk.prepare().status == 409);
    const auto both = desk.file("da-ky.pdf");
    CHECK(both.starts_with(first));
    const auto package = desk.officer.get(desk.path + "/goi.zip");
    const auto archive = MUST(document::Archive::open(package.text()));
    CHECK(MUST(archive.part("van-ban.pdf")) == both);
    const auto authorities = people().authorities();
    const auto verdicts = MUST(document::verify_signatures(
        both,
        {.authorities = &authorities, .now = instant_from_iso("2026-03-15T02:00:00.000000Z")}));
    REQUIRE(verdicts.size() == 2);
    CHECK(verdicts[0].is_intact());
    CHECK(verdicts[1].is_intact());
    CHECK(verdicts[1].cms->signer.name == "Sở Nội vụ");
}

TEST_CASE("what does not stand, is not ours or of nobody trusted is not taken, and says why")
{
    Desk desk;
    trust(desk.app, people().authority());
    desk.number();
    REQUIRE(desk.prepare().status == 303);
    const auto refused = [&](const std::string& bytes, std::string_view words) {
        const auto answer = desk.receive(bytes);
        CHECK(answer.status == 422);
        CHECK_MESSAGE(has(answer, words), std::string(words));
    };
    const auto file = desk.file("tep.pdf");
    refused(file, "không phải tệp đã tải về để ký");
    refused(people().made("whole", head, file, {"--also-changes"}), "bị sửa ngoài chữ ký");
    refused(people().made("whole", "Đã_hết_hạn", file), "không được tin cậy");
    refused(people().sign(head, "một nội dung khác"), "Chữ ký không đúng");
    refused("không phải chữ ký", "Chữ ký không đúng");
    auto changed = people().made("whole", head, file);
    const auto at = changed.rfind("/Contents <") + 60;
    changed[at] = changed[at] == '0' ? '1' : '0';
    CHECK(desk.receive(changed).status == 422);
    CHECK(has(desk.officer.get(desk.path), "Đã cấp số"));
    CHECK(desk.officer.post(desk.path + "/ky/nhan", {{"version", desk.version()}}).status == 422);

    // With nobody named, sound is all that can be asked, and the page says so.
    trust(desk.app, SigningPeople{}.authority());
    refused(people().made("whole", head, file), "không được tin cậy");
    std::filesystem::remove(desk.app.system_context().services().data_folder + "/" +
                            std::string{authorities_file_name});
    CHECK(desk.receive(people().made("whole", head, file)).status == 303);
    CHECK(has(desk.officer.get(desk.path + "/ky"), "Chưa xác định được tổ chức chứng thực"));
}

TEST_CASE("a place is given up and prepared anew, and only by those of the agency")
{
    Desk desk;
    desk.number();
    auto stranger = desk.app.as(Role::agency_officer, "SYT");
    CHECK(stranger.get(desk.path + "/ky").status == 403);
    CHECK(stranger.post(desk.path + "/ky/chuan-bi", {{"version", "2"}}).status == 403);
    REQUIRE(desk.prepare().status == 303);
    CHECK(stranger.post(desk.path + "/ky/bo", {}).status == 403);
    CHECK(stranger.get(desk.path + "/ky/tep.pdf").status == 403);
    CHECK(stranger.upload(desk.path + "/ky/nhan", "file", "a.pdf", "%PDF-1.4", {{"version", "2"}})
              .status == 403);
    CHECK(desk.officer.post(desk.path + "/ky/bo", {}).status == 303);
    CHECK(desk.officer.get(desk.path + "/ky/tep.pdf").status == 409);
    CHECK(desk.officer.post(desk.path + "/ky/bo", {}).status == 409);
    CHECK(desk.prepare().status == 303);
    const auto stale =
        desk.officer.upload(desk.path + "/ky/nhan", "file", "a.p7s",
                            people().sign(head, desk.file("phan-duoc-ky.bin")), {{"version", "1"}});
    CHECK(stale.status == 409);
}

TEST_CASE("a picture of the signature is shown in its place; what is no PNG is refused")
{
    Desk desk;
    desk.number();
    const auto wrong = desk.officer.upload(desk.path + "/ky/chuan-bi", "picture", "a.png",
                                           "không phải ảnh", {{"version", desk.version()}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "Ảnh phải là tệp PNG"));
    const auto folder = MUST(TemporaryDirectory::create());
    const auto path = folder.file("a.png");
    MUST(run_child({.arguments = {"gm", "convert", "-size", "30x18", "xc:blue", "png32:" + path}}));
    std::ostringstream picture;
    picture << std::ifstream{path, std::ios::binary}.rdbuf();
    CHECK(desk.officer
              .upload(desk.path + "/ky/chuan-bi", "picture", "a.png", picture.str(),
                      {{"version", desk.version()}})
              .status == 303);
    CHECK(desk.file("phan-duoc-ky.bin").find("/AP <<") != std::string::npos);
}

}  // namespace caicach::outgoing
