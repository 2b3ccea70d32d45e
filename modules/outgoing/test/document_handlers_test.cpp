#include <doctest/doctest.h>

#include <string>

#include "outgoing/testing.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

bool has(const http::Response& page, std::string_view words)
{
    return page.text().find(words) != std::string::npos;
}

const Fields letter{{"agency", "SNV"},
                    {"kind", "bao_cao"},
                    {"subject", "Kết quả tuyên truyền quý I"},
                    {"addressees", "Ủy ban nhân dân tỉnh\nBộ Nội vụ"},
                    {"body", "Căn cứ Kế hoạch số 18\n# 1. Kết quả\nĐã đăng 12 tin, bài."},
                    {"recipients", "Như trên\nLưu: VT"},
                    {"urgency", "urgent"}};

Fields with(Fields fields, std::string_view name, const std::string& value)
{
    for (auto& field : fields)
        if (field.first == name) field.second = value;
    return fields;
}

std::string location_of(const http::Response& answer)
{
    REQUIRE(answer.status == 303);
    return std::string(answer.header("location"));
}

/// The path of a draft that the visitor wrote.
std::string written(Visitor& visitor) { return location_of(visitor.post("/van-ban-di", letter)); }

}  // namespace

TEST_CASE("an officer writes a document, an other agency's officer neither sees nor writes it")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    CHECK(has(officer.get("/van-ban-di/moi"), "Soạn văn bản đi"));
    const auto path = written(officer);
    const auto page = officer.get(path);
    CHECK(has(page, "Dự thảo"));
    CHECK(has(page, "Đã đăng 12 tin, bài."));
    CHECK(has(page, "Cơ quan chưa có sổ số cho loại văn bản này"));
    CHECK(has(officer.get("/van-ban-di"), "Kết quả tuyên truyền quý I"));

    auto stranger = app.as(Role::agency_officer, "SYT");
    CHECK(stranger.get(path).status == 403);
    CHECK(stranger.get(path + "/van-ban.pdf").status == 403);
    CHECK(stranger.get("/van-ban-di?co-quan=SNV").status == 403);
    CHECK(stranger.post("/van-ban-di", letter).status == 403);
    CHECK(stranger.post(path + "/noi-dung", with(letter, "agency", "1")).status == 403);
    CHECK(app.as(Role::overseer, "SNV").post("/van-ban-di", letter).status == 403);
    CHECK(app.as(Role::overseer, "SNV").get(path).status == 200);
    CHECK(app.as(Role::inspector, "SNV").get("/van-ban-di").status == 403);
}

TEST_CASE("what is typed stays where a document is refused, and one form makes one document")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    const auto secret = officer.post("/van-ban-di", with(letter, "subject", "Báo cáo số 12 (Mật)"));
    CHECK(secret.status == 422);
    CHECK(has(secret, "Văn bản mật không soạn trên phần mềm này"));
    CHECK(has(secret, "Đã đăng 12 tin, bài."));
    const auto empty = officer.post("/van-ban-di", with(letter, "body", " \n "));
    CHECK(empty.status == 422);
    CHECK(has(empty, "Hãy ghi nội dung văn bản."));

    const auto form = officer.get("/van-ban-di/moi").text();
    const std::string mark = "name=\"key\" value=\"";
    const auto begin = form.find(mark) + mark.size();
    auto keyed = letter;
    keyed.emplace_back("key", form.substr(begin, form.find('"', begin) - begin));
    const auto first = location_of(officer.post("/van-ban-di", keyed));
    CHECK(location_of(officer.post("/van-ban-di", keyed)) == first);
    CHECK(officer.post("/van-ban-di", with(keyed, "subject", "Khác")).status == 409);
}

TEST_CASE("a document is numbered, printed, replaced and withdrawn at its page")
{
    App app;
    auto context = app.system_context();
    static_cast<void>(testing::series_of_agency(context, "SNV"));
    const auto signer = std::to_string(testing::signer_of_agency(context, "SNV").value);
    auto officer = app.as(Role::agency_officer, "SNV");
    const auto path = written(officer);
    CHECK(has(officer.get(path), "Cấp số"));
    const auto unsigned_yet = officer.post(path + "/cap-so", {{"version", "1"}, {"signer", ""}});
    CHECK(unsigned_yet.status == 422);
    CHECK(has(unsigned_yet, "Chọn người ký. Không có tên thì ghi ở trang Người ký văn bản trước"));
    CHECK(has(unsigned_yet, "href=\"#signer\""));
    CHECK(officer.post(path + "/cap-so", {{"version", "1"}, {"number", "5"}}).status == 422);
    CHECK(officer.post(path + "/cap-so", {{"version", "1"}, {"signer", signer}}).status == 303);
    const auto page = officer.get(path);
    CHECK(has(page, "01/BC-SNV"));
    CHECK_FALSE(has(page, "Sửa dự thảo"));
    CHECK(officer.post(path + "/cap-so", {{"version", "2"}}).status == 409);
    CHECK(officer.get(path + "/sua").status == 409);
    CHECK(officer.post(path + "/bo", {{"version", "2"}}).status == 409);

    const auto word = officer.get(path + "/van-ban.docx");
    CHECK(word.status == 200);
    CHECK(word.text().substr(0, 2) == "PK");
    const auto print = officer.get(path + "/van-ban.pdf");
    CHECK(print.status == 200);
    CHECK(print.text().substr(0, 5) == "%PDF-");

    const auto next = location_of(officer.post(path + "/thay-the", {{"version", "2"}}));
    CHECK(has(officer.get(next), "Dự thảo"));
    CHECK(officer.post(next + "/cap-so", {{"version", "1"}}).status == 303);
    CHECK(has(officer.get(path), "Đã được thay thế"));
    CHECK(officer.post(next + "/thu-hoi", {{"version", "2"}}).status == 422);
    CHECK(officer.post(next + "/thu-hoi", {{"version", "2"}, {"reason", "Ký nhầm"}}).status == 303);
    CHECK(has(officer.get(next), "Đã thu hồi, số đã hủy: Ký nhầm"));
    const auto table = officer.get("/van-ban-di.csv?nam=2026");
    CHECK(has(table, "01/BC-SNV,15/03/2026,Báo cáo,Kết quả tuyên truyền quý I,Đã được thay thế"));
    CHECK(has(table, "02/BC-SNV,15/03/2026,Báo cáo,Kết quả tuyên truyền quý I,Đã thu hồi,Ký nhầm"));
    CHECK_FALSE(has(officer.get("/van-ban-di?tinh-trang=withdrawn"), ">01/BC-SNV"));
    CHECK(has(officer.get("/van-ban-di?tim=tuyen+truyen"), "02/BC-SNV"));
    CHECK_FALSE(has(officer.get("/van-ban-di?tim=ngân+sách"), "02/BC-SNV"));
}

TEST_CASE("a draft is changed once by who saw it last, and discarded")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SNV");
    const auto path = written(officer);
    const auto form = officer.get(path + "/sua");
    CHECK(has(form, "# 1. Kết quả"));
    CHECK(has(form, "Bộ Nội vụ"));
    auto change = with(letter, "subject", "Kết quả tuyên truyền quý II");
    change.emplace_back("version", "1");
    CHECK(officer.post(path + "/noi-dung", change).status == 303);
    const auto lost = officer.post(path + "/noi-dung", with(change, "subject", "Bản của tôi"));
    CHECK(lost.status == 409);
    CHECK(has(lost, "Bản của tôi"));
    CHECK(has(officer.get(path), "Kết quả tuyên truyền quý II"));
    CHECK(app.as(Role::overseer, "SNV").post(path + "/bo", {{"version", "2"}}).status == 403);
    CHECK(officer.post(path + "/bo", {{"version", "2"}}).status == 303);
    CHECK(officer.get(path).status == 404);
}

}  // namespace caicach::outgoing
