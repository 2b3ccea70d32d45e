#include <doctest/doctest.h>

#include <string>

#include "report/testing.hpp"
#include "support/app.hpp"

namespace caicach::report
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

/// A form of the home affairs department that is in force and has a draft, and who makes forms.
struct Office {
    App app{};
    Form form{};
    std::string path{};
    Visitor maker;

    Office() : maker(app.as(Role::coordinator, "SNV"))
    {
        auto context = app.system_context();
        form = testing::form_of(context, "SNV");
        path = "/mau-bao-cao/" + form.code + "/soan";
    }

    [[nodiscard]] Definition draft()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        FormStore forms{transaction};
        const auto versions = MUST(forms.versions(form.id));
        for (const auto& one : versions)
            if (one.state == VersionState::draft) return MUST(forms.definition(one.id));
        FAIL("no draft");
        return {};
    }

    /// What the editor says that it began with.
    [[nodiscard]] std::string base(const std::string& query)
    {
        const auto page = maker.get(path + query);
        constexpr std::string_view mark = "name=\"base\" value=\"";
        const auto at = page.text().find(mark);
        REQUIRE(at != std::string::npos);
        const auto from = at + mark.size();
        return std::string{page.text().substr(from, page.text().find('"', from) - from)};
    }
};

}  // namespace

TEST_CASE("a form is changed piece by piece on its page, and nothing is in force by it")
{
    Office office;
    const auto page = office.maker.get(office.path);
    CHECK(page.status == 200);
    CHECK(has(page, "Thêm chỉ tiêu"));
    const std::string query = "?muc=chi-tieu&ma=ho_so";
    CHECK(has(office.maker.get(office.path + query), "Tên chỉ tiêu"));
    const auto fields = [](const std::string& base, const std::string& text) {
        return Fields{{"muc", "chi-tieu"},
                      {"ma", "ho_so"},
                      {"base", base},
                      {"text", text},
                      {"unit", "hồ sơ"}};
    };
    const auto begun = office.base(query);
    const auto saved = office.maker.post(office.path, fields(begun, "Hồ sơ đã tiếp nhận"));
    CHECK(saved.status == 303);
    CHECK(saved.header("location") == office.path + "?mo=phan-so_lieu#chi-tieu-ho_so");
    CHECK(indicators_of(office.draft())[2]->text == "Hồ sơ đã tiếp nhận");
    // Who began before that is asked, and loses nothing of what was typed.
    const auto late = office.maker.post(office.path, fields(begun, "Hồ sơ khác"));
    CHECK(late.status == 409);
    CHECK(has(late, "Người khác vừa sửa chỗ này"));
    CHECK(has(late, "Hồ sơ khác"));
    CHECK(has(late, "Hồ sơ đã tiếp nhận"));
    CHECK(indicators_of(office.draft())[2]->text == "Hồ sơ đã tiếp nhận");
    CHECK(office.maker.post(office.path, fields(office.base(query), "Hồ sơ khác")).status == 303);
    CHECK(indicators_of(office.draft())[2]->text == "Hồ sơ khác");
}

TEST_CASE("the whole of a form is folded, and open where somebody was or asks")
{
    Office office;
    const auto open_folds = [&](const std::string& query) {
        const auto page = office.maker.get(office.path + query);
        std::vector<std::string> open;
        constexpr std::string_view mark = "<details class=\"quiet-details\" id=\"";
        for (auto at = page.text().find(mark); at != std::string::npos;
             at = page.text().find(mark, at + 1)) {
            const auto tag = page.text().substr(at, page.text().find('>', at) - at);
            const auto id = tag.substr(mark.size());
            if (tag.ends_with(" open")) open.emplace_back(id.substr(0, id.find('"')));
        }
        return open;
    };
    using Folds = std::vector<std::string>;
    CHECK(open_folds("").empty());
    CHECK(open_folds("?mo=phan-loi_van") == Folds{"phan-loi_van"});
    CHECK(open_folds("?mo=quy-tac") == Folds{"quy-tac"});
    CHECK(open_folds("?mo=<b>").empty());
    CHECK(open_folds("?mo=tat-ca") ==
          Folds{"chung", "thoi-gian", "cac-buoc", "phan-so_lieu", "phan-loi_van", "quy-tac"});
    // Over the end of its section a part goes to the next one, which is open then.
    const auto moved = office.maker.post(office.path + "/chuyen", {{"len", "loi-van:vuong_mac"}});
    CHECK(moved.header("location") == office.path + "?mo=phan-so_lieu#loi-van-vuong_mac");
    const auto removed = office.maker.post(office.path + "/bo", {{"muc", "bang:mo_hinh"}});
    CHECK(removed.header("location") == office.path + "?mo=phan-loi_van");
}

TEST_CASE("what is wrong with a piece stands at its field, and what was typed stays")
{
    Office office;
    const auto refused = office.maker.post(office.path, {{"muc", "thoi-gian"},
                                                         {"base", office.base("?muc=thoi-gian")},
                                                         {"period.length", "quarter"},
                                                         {"due.day", "mười bảy"},
                                                         {"due.limit", "by"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "value=\"mười bảy\""));
    CHECK(has(refused, "href=\"#due-day\""));
    const auto weight =
        office.maker.post(office.path, {{"muc", "chi-tieu"},
                                        {"ma", "ho_so"},
                                        {"base", office.base("?muc=chi-tieu&ma=ho_so")},
                                        {"text", "Hồ sơ"},
                                        {"adding", "weighted_mean"}});
    CHECK(weight.status == 422);
    CHECK(has(weight, "href=\"#weight\""));
    CHECK(office.draft().due.rule.day == 17);
    CHECK(office.maker.get(office.path + "?muc=khac").status == 409);
    CHECK(office.maker.get(office.path + "?muc=chi-tieu&ma=khong_co").status == 404);
}

TEST_CASE("pieces are added, moved and removed, and the form is looked at before it is in force")
{
    Office office;
    CHECK(office.maker.get(office.path + "?muc=bang&moi=1&trong=loi_van").status == 200);
    CHECK(office.maker
              .post(office.path, {{"muc", "bang"},
                                  {"moi", "1"},
                                  {"trong", "loi_van"},
                                  {"text", "Kiến nghị"},
                                  {"rows_of", "fixed"},
                                  {"fixed_rows", "Về bộ máy\nVề kinh phí"},
                                  {"columns.0.text", "Nội dung"}})
              .status == 303);
    const auto preview = office.maker.get(office.path + "/xem-thu");
    CHECK(preview.status == 200);
    CHECK(has(preview, "Về kinh phí"));
    CHECK_FALSE(has(preview, "/bao-cao//"));
    CHECK(office.maker.post(office.path + "/chuyen", {{"len", "bang:kien_nghi"}}).status == 303);
    CHECK(key_of(office.draft().sections[1].parts[1]) == "kien_nghi");
    CHECK(
        has(office.maker.get(office.path + "?muc=bang&ma=kien_nghi&bo=1"), "Bỏ bảng “Kiến nghị”?"));
    CHECK(office.maker.post(office.path + "/bo", {{"muc", "bang:kien_nghi"}}).status == 303);
    CHECK(office.maker.post(office.path + "/bo", {{"muc", "bang:kien_nghi"}}).status == 409);
    CHECK(office.draft().sections[1].parts.size() == 2);
}

TEST_CASE("a new form begins with a name and an owner, and one in force with a draft of it")
{
    Office office;
    CHECK(has(office.maker.get("/mau-bao-cao"), "Lập mẫu mới"));
    const auto refused = office.maker.post("/mau-bao-cao/moi", {{"title", "Mẫu mới"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "value=\"Mẫu mới\""));
    CHECK(office.maker
              .post("/mau-bao-cao/moi",
                    {{"title", "Mẫu mới"}, {"owner", "SNV"}, {"key", office.form.key}})
              .status == 422);
    const auto made =
        office.maker.post("/mau-bao-cao/moi", {{"title", "Mẫu mới"}, {"owner", "SNV"}});
    REQUIRE(made.status == 303);
    const auto page = office.maker.get(std::string{made.header("location")});
    CHECK(has(page, "chỗ phải sửa trước khi ban hành"));
    CHECK(has(page, "Mẫu chưa có phần nào"));
    // Without a draft of a person one is begun from what is in force.
    CHECK(office.maker
              .post("/mau-bao-cao/" + office.form.code + "/bo", {{"ban", "2"}, {"version", "1"}})
              .status == 303);
    CHECK(has(office.maker.get(office.path), "Lập bản nháp để sửa"));
    CHECK(office.maker.get(office.path + "/xem-thu").status == 409);
    CHECK(office.maker.post(office.path, {{"muc", "chung"}, {"title", "Muộn"}}).status == 409);
    CHECK(office.maker.post(office.path).status == 303);
    CHECK(office.draft().title == "Báo cáo thử");
}

TEST_CASE("nobody changes forms of an agency where they make none")
{
    Office office;
    auto officer = office.app.as(Role::agency_officer, "SNV");
    auto other = office.app.as(Role::coordinator, "SYT");
    for (auto* visitor : {&officer, &other}) {
        CHECK(visitor->get(office.path).status == 403);
        CHECK(visitor->get(office.path + "/xem-thu").status == 403);
        CHECK(visitor->post(office.path, {{"muc", "chung"}, {"title", "Khác"}}).status == 403);
        CHECK(visitor->post(office.path + "/chuyen", {{"len", "chi-tieu:ho_so"}}).status == 403);
        CHECK(visitor->post(office.path + "/bo", {{"muc", "chi-tieu:ho_so"}}).status == 403);
        CHECK(visitor->post("/mau-bao-cao/moi", {{"title", "Mẫu"}, {"owner", "SNV"}}).status ==
              403);
    }
    CHECK(office.draft().title == "Báo cáo thử, bản sửa");
}

}  // namespace caicach::report
