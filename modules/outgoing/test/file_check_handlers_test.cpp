#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "crypto/test/signing_people.hpp"
#include "document/official_pdf.hpp"
#include "outgoing/module.hpp"
#include "outgoing/signing/authorities.hpp"
#include "support/app.hpp"

namespace caicach::outgoing
{
namespace
{

using caicach::testing::App;
using crypto::testing::SigningPeople;
using identity::Role;

constexpr const char* path = "/kiem-chu-ky";
constexpr const char* head = "Lê_Văn_Tám";

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
        return true;
    }();
    VERIFY(is_made);
    return one;
}
std::string sample()
{
    return MUST(document::write_pdf({.issuer = "Sở Nội vụ", .kind = "Báo cáo"}));
}
std::string authorities_path(App& app)
{
    return app.system_context().services().data_folder + "/" + std::string{authorities_file_name};
}
void trust(App& app, const std::string& pem)
{
    std::ofstream{authorities_path(app), std::ios::binary} << pem;
}
http::Response asked(App& app, const std::string& bytes)
{
    return app.as(Role::agency_officer, "SYT").upload(path, "file", "báo cáo.pdf", bytes);
}

}  // namespace

TEST_CASE("whoever is signed in asks who signed a file, nobody else does")
{
    App app;
    CHECK(app.stranger().get(path).status == 303);
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto page = officer.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "không được lưu"));
    CHECK(has(page, "href=\"/kiem-chu-ky\""));
    CHECK(officer.post(path, {}).status == 422);
    const auto no_pdf = officer.upload(path, "file", "a.pdf", "PK\x03\x04");
    CHECK(no_pdf.status == 422);
    CHECK(has(no_pdf, "Đây không phải tệp PDF"));
    const auto broken = officer.upload(path, "file", "a.pdf", "%PDF-1.4 hỏng");
    CHECK(broken.status == 422);
    CHECK(has(broken, "Tệp PDF bị hỏng"));
}

TEST_CASE("a sound signature, an unknown one and a broken one are said as such")
{
    App app;
    CHECK(has(asked(app, sample()), "Tệp không có chữ ký số nào"));
    const auto signed_file = people().made("whole", head, sample());
    const auto unknown = asked(app, signed_file);
    CHECK(unknown.status == 200);
    CHECK(has(unknown, "chưa rõ người ký"));
    CHECK(has(unknown, "Chữ ký 1: Lê Văn Tám"));
    CHECK(has(unknown, "chưa có danh sách tổ chức chứng thực"));
    trust(app, people().authority());
    const auto sound = asked(app, signed_file);
    CHECK(has(sound, "Tệp nguyên vẹn"));
    CHECK(has(sound, "Tổ chức chứng thực được tin cậy"));
    CHECK(has(sound, "05/01/2026, 09:30"));
    CHECK(has(sound, "UBND tỉnh Sông Lam"));
    CHECK_FALSE(has(sound, "chưa có danh sách"));

    auto changed = signed_file;
    const auto at = changed.find("stream") + 200;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto broken = asked(app, changed);
    CHECK(has(broken, "Không tin được tệp"));
    CHECK(has(broken, "nội dung đã bị sửa"));
    const auto shadowed = asked(app, people().shadowed(signed_file));
    CHECK(has(shadowed, "Không tin được tệp"));
    CHECK(has(shadowed, "có chỗ sửa sau khi ký"));
}

TEST_CASE("a file of another program is left to pdfsig, and said so")
{
    App app;
    auto foreign = sample();
    foreign.replace(0, 8, "%PDF-2.0");
    CHECK(has(asked(app, foreign), "Tệp không có chữ ký số nào"));
    trust(app, people().authority());
    const auto page = asked(app, people().made("whole", head, foreign));
    CHECK(has(page, "Hệ thống không tự kiểm được"));
    CHECK(has(page, "Chữ ký 1: Lê Văn Tám"));
    CHECK(has(page, "Đúng với phần được ký"));
    CHECK_FALSE(has(page, "Tệp nguyên vẹn"));
}

TEST_CASE("authorities that cannot be read trust nobody, and the check names the file")
{
    App app;
    auto context = app.system_context();
    CHECK(MUST(check_authorities(context)).empty());
    trust(app, "không phải chứng thư");
    const auto page = asked(app, people().made("whole", head, sample()));
    CHECK(has(page, "Danh sách tổ chức chứng thực trên máy chủ bị hỏng"));
    CHECK(has(page, "chưa rõ người ký"));
    const auto problems = MUST(check_authorities(context));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().find(authorities_file_name) != std::string::npos);
    trust(app, people().authority());
    CHECK(MUST(check_authorities(context)).empty());
}

}  // namespace caicach::outgoing
