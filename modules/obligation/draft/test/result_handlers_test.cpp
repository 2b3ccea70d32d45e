#include <doctest/doctest.h>

#include "evidence/testing.hpp"
#include "obligation/draft/draft.hpp"
#include "obligation/test/shown.hpp"
#include "obligation/testing.hpp"
#include "support/app.hpp"

namespace caicach::obligation
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;
using identity::Role;

/// The day of the tests is 15 March 2026; two officers of one agency, and its work of March.
struct Room {
    App app{};
    Obligation task{};
    Visitor officer;
    Visitor colleague;

    using Owed = std::vector<Obligation>(Context&, std::string_view, std::string_view);
    explicit Room(Owed& owed = testing::obligations_of_articles)
        : task([&] {
              auto context = app.system_context();
              return owed(context, "SYT", "SNV").at(2);
          }()),
          officer(app.as(Role::agency_officer, "SYT")),
          colleague(app.as(Role::agency_officer, "SYT"))
    {
    }

    [[nodiscard]] std::string path() const { return "/viec/" + task.code; }
    [[nodiscard]] std::int64_t done()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(ObligationStore{transaction}.find(task.id)).done;
    }
    [[nodiscard]] std::optional<Draft> draft()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(draft_of(transaction, task.id, context.now()));
    }
    [[nodiscard]] std::string version()
    {
        const auto found = draft();
        return found ? std::to_string(found->version) : "0";
    }
};

Fields typed(std::string title, std::string version, std::string key = {})
{
    return {{"title", std::move(title)}, {"happened_on", "10/03/2026"},
            {"quantity", "1"},           {"link", "https://syt.songlam.gov.vn/bai-1"},
            {"key", std::move(key)},     {"draft_version", std::move(version)}};
}

/// An inspection, and whom it looked at.
Fields inspected(const std::vector<std::string>& slugs, std::string manner, std::string version,
                 std::string key = {})
{
    auto fields = typed("Kiểm tra quý I", std::move(version), std::move(key));
    fields.emplace_back("states_about", "1");
    for (const auto& slug : slugs) fields.emplace_back("about", slug);
    fields.emplace_back("manner", std::move(manner));
    return fields;
}

Fields without_link(Fields fields)
{
    std::erase_if(fields, [](const auto& field) { return field.first == "link"; });
    return fields;
}

}  // namespace

TEST_CASE("a form waits filled, so that a file is all that is wanting")
{
    Room room;
    const auto page = room.officer.get(room.path());
    CHECK(has(page, "value=\"Đăng tin, bài về cải cách\""));
    CHECK(has(page, "value=\"15/03/2026\""));
    CHECK(has(room.officer.get("/viec?muc=sap-toi"), room.path() + "#bao-ket-qua"));
    const auto answer =
        room.officer.upload(room.path() + "/ket-qua", "proof", "bài.pdf", "%PDF-1.7\nbài báo",
                            {{"title", "Đăng tin, bài về cải cách"},
                             {"happened_on", "15/03/2026"},
                             {"quantity", "1"},
                             {"link", ""},
                             {"key", value_in(page, "key")},
                             {"draft_version", "0"}});
    CHECK(answer.status == 303);
    CHECK(room.done() == 1);
}

TEST_CASE("work that is an inspection asks whom it looked at, other work does not")
{
    Room room{testing::obligations_of_inspections};
    const auto page = room.officer.get(room.path());
    CHECK(has(page, "name=\"about\""));
    CHECK(has(page, "<option value=\"so-tu-phap\">Sở Tư pháp</option>"));
    CHECK(!has(page, "value=\"so-y-te\""));
    CHECK(has(page, "name=\"manner\""));
    Room other;
    CHECK(!has(other.colleague.get(other.path()), "name=\"about\""));
}

TEST_CASE("an inspection reported for a task says whom it looked at, and a refusal loses nobody")
{
    Room room{testing::obligations_of_inspections};
    const auto key = value_in(room.officer.get(room.path()), "key");
    const auto send = [&](const std::vector<std::string>& slugs, std::string manner) {
        return room.officer.post(room.path() + "/ket-qua",
                                 inspected(slugs, std::move(manner), "0", key));
    };
    const auto unknown = send({"khong-co", "so-tu-phap"}, "unannounced");
    CHECK(unknown.status == 422);
    CHECK(has(unknown, "Không có cơ quan “khong-co” vào ngày này"));
    CHECK(has(unknown, "value=\"so-tu-phap\" selected"));
    CHECK(has(unknown, "value=\"unannounced\" selected"));
    CHECK(has(send({"so-y-te"}, ""), "Cơ quan không ghi mình là cơ quan được kiểm tra"));
    CHECK(has(send({"so-tu-phap"}, "bua"), "Hình thức kiểm tra không có trong danh sách"));
    CHECK(send(std::vector<std::string>(201, "so-tu-phap"), "").status == 422);
    CHECK(room.done() == 0);
    CHECK(send({"so-tu-phap", "so-noi-vu"}, "unannounced").status == 303);
    CHECK(room.done() == 1);
    CHECK(has(room.officer.get(room.path()), "Được kiểm tra: Sở Nội vụ; Sở Tư pháp (đột xuất)"));
    // Sent again it is the same, unless it names another.
    CHECK(send({"so-tu-phap", "so-noi-vu"}, "unannounced").status == 303);
    CHECK(send({"so-tu-phap"}, "unannounced").status == 409);
    CHECK(room.done() == 1);
}

TEST_CASE("whom an inspection looked at waits with the draft, and is told where two differ")
{
    Room room{testing::obligations_of_inspections};
    const auto save = room.path() + "/nhap";
    CHECK(room.officer.post(save, inspected({"so-tu-phap"}, "unannounced", "0")).status == 303);
    const auto page = room.colleague.get(room.path());
    CHECK(has(page, "value=\"so-tu-phap\" selected"));
    CHECK(has(page, "value=\"unannounced\" selected"));
    const auto quiet =
        room.colleague.post_htmx(save + "/chu", inspected({"so-noi-vu"}, "planned", "0"));
    CHECK(quiet.status == 409);
    CHECK(has(quiet, "Sở Nội vụ (theo kế hoạch)"));
    CHECK(has(quiet, "Sở Tư pháp (đột xuất)"));
    CHECK(value_in(quiet, "states_about") == "1");
    CHECK(value_in(quiet, "about") == "so-noi-vu");
    CHECK(value_in(quiet, "manner") == "planned");
    const auto chosen = inspected({"so-noi-vu"}, "planned", room.version());
    CHECK(room.colleague.post_htmx(save + "/chu", chosen).status == 200);
    CHECK(room.draft()->text.subjects ==
          evidence::TypedSubjects{.agencies = {"so-noi-vu"}, .manner = "planned"});
    const std::vector<std::string> many(201, "so-noi-vu");
    const auto refused = room.officer.post_htmx(save + "/chu", inspected(many, "", room.version()));
    CHECK(refused.status == 422);
    CHECK(has(refused, "nhiều nhất 200 cơ quan"));
}

TEST_CASE("a refused inspection keeps whom it looked at with the file that came with it")
{
    Room room{testing::obligations_of_inspections};
    auto fields = inspected({"so-tu-phap"}, "planned", "0");
    for (auto& [name, value] : fields)
        if (name == "happened_on") value = "16/03/2026";  // tomorrow
    const auto refused =
        room.officer.upload(room.path() + "/ket-qua", "proof", "bb.pdf", "%PDF-1.7\nbb", fields);
    CHECK(refused.status == 422);
    REQUIRE(room.draft());
    CHECK(room.draft()->file);
    CHECK(room.draft()->text.subjects.agencies == std::vector<std::string>{"so-tu-phap"});
    CHECK(has(room.colleague.get(room.path()), "value=\"so-tu-phap\" selected"));
}

TEST_CASE("whom it looked at can be taken out where the work asks for no inspection any more")
{
    Room room;
    const auto sent = inspected({"so-tu-phap"}, "planned", "0");
    const auto refused = room.officer.post(room.path() + "/ket-qua", sent);
    CHECK(refused.status == 422);
    CHECK(has(refused, "Loại sản phẩm này không phải cuộc kiểm tra"));
    CHECK(has(refused, "value=\"so-tu-phap\" selected"));
    CHECK(room.officer.post(room.path() + "/ket-qua", inspected({}, "", "0")).status == 303);
    CHECK(room.done() == 1);
}

TEST_CASE("a draft is kept by its button and shown to colleagues, on the list too")
{
    Room room;
    CHECK(!has(room.colleague.get("/viec?muc=sap-toi"), "có bản nháp"));
    const auto answer = room.officer.post(room.path() + "/nhap", typed("Bài đang viết", "0"));
    CHECK(answer.status == 303);
    CHECK(room.done() == 0);
    CHECK(has(room.colleague.get("/viec?muc=sap-toi"), "có bản nháp"));
    const auto page = room.colleague.get(room.path());
    CHECK(has(page, "Bài đang viết"));
    CHECK(has(page, "lưu lúc 15/03/2026, 09:00, chưa gửi"));
    CHECK(value_in(page, "draft_version") == room.version());
}

TEST_CASE("other agencies and coordinators neither see a draft nor save or drop one")
{
    Room room;
    room.officer.upload(room.path() + "/nhap", "proof", "ảnh.pdf", "%PDF-1.7\nảnh",
                        typed("Bài đang viết", "0"));
    const auto page = room.officer.get(room.path());
    const auto& html = page.text();
    const auto at = html.find("/tep/");
    REQUIRE(at != std::string::npos);
    const auto file = html.substr(at, html.find('"', at) - at);
    CHECK(room.colleague.get(file).status == 200);
    auto coordinator = room.app.as(Role::coordinator, "SNV");
    CHECK(!has(coordinator.get(room.path()), "Bài đang viết"));
    CHECK(coordinator.get(file).status == 404);
    CHECK(coordinator.post(room.path() + "/nhap", typed("x", room.version())).status == 403);
    auto stranger = room.app.as(Role::agency_officer, "STP");
    CHECK(stranger.get(file).status == 404);
    for (const auto* step : {"/nhap", "/nhap/chu", "/nhap/bo"})
        CHECK(stranger.post(room.path() + step, typed("x", room.version())).status == 404);
    CHECK(room.officer.post_without_token(room.path() + "/nhap", typed("x", "0")).status == 403);
    CHECK(room.draft()->text.title == "Bài đang viết");
}

TEST_CASE("two people at once: both drafts are shown, and the choice is the second one's")
{
    Room room;
    CHECK(room.officer.post(room.path() + "/nhap", typed("Bản một", "0")).status == 303);
    const auto quiet = room.colleague.post_htmx(room.path() + "/nhap/chu", typed("Bản hai", "0"));
    CHECK(quiet.status == 409);
    CHECK(has(quiet, "data-conflict-panel"));
    CHECK(has(quiet, "Bản một"));
    CHECK(has(quiet, "Bản hai"));
    const auto page = room.colleague.post(room.path() + "/nhap", typed("Bản hai", "0"));
    CHECK(page.status == 409);
    CHECK(has(page, "Bản một"));
    CHECK(has(page, "Bản hai"));
    CHECK(room.draft()->text.title == "Bản một");
    const auto chosen = typed("Bản hai", value_in(quiet, "draft_version"));
    CHECK(room.colleague.post(room.path() + "/nhap", chosen).status == 303);
    CHECK(room.draft()->text.title == "Bản hai");
}

TEST_CASE("typing is saved quietly, each time on the version before")
{
    Room room;
    const auto first = room.officer.post_htmx(room.path() + "/nhap/chu", typed("Một", "0"));
    CHECK(first.status == 200);
    const auto version = value_in(first, "draft_version");
    CHECK(version == room.version());
    CHECK(room.officer.post_htmx(room.path() + "/nhap/chu", typed("Một hai", version)).status ==
          200);
    CHECK(room.draft()->text.title == "Một hai");
    const auto too_long = typed(std::string(600, 'x'), room.version());
    const auto refused = room.officer.post_htmx(room.path() + "/nhap/chu", too_long);
    CHECK(refused.status == 422);
    CHECK(room.draft()->text.title == "Một hai");
}

TEST_CASE("a photo of a draft is sent once and proves the result")
{
    Room room;
    room.officer.upload(room.path() + "/nhap", "proof", "ảnh.pdf", "%PDF-1.7\nảnh",
                        without_link(typed("Bài đang viết", "0")));
    const auto page = room.colleague.get(room.path());
    CHECK(has(page, "ảnh.pdf"));
    auto fields = without_link(typed("Bài đã đăng", room.version()));
    fields.emplace_back("draft_file", value_in(page, "draft_file"));
    CHECK(room.colleague.post(room.path() + "/ket-qua", fields).status == 303);
    CHECK(room.done() == 1);
    CHECK(!room.draft());
    const auto after = room.officer.get(room.path());
    CHECK(has(after, "ảnh.pdf"));
    CHECK(!has(after, "Tệp trong bản nháp"));
    const auto& html = after.text();
    const auto at = html.find("/tep/");
    const auto file = html.substr(at, html.find('"', at) - at);
    CHECK(room.app.as(Role::overseer, "UBND").get(file).status == 200);
}

TEST_CASE("a file of a draft is taken back by its tick, by another file and by giving up")
{
    Room room;
    const auto save = [&](std::string_view file, Fields more) {
        auto fields = typed("Bài", room.version());
        fields.insert(fields.end(), more.begin(), more.end());
        const auto path = room.path() + "/nhap";
        if (file.empty()) return room.officer.post(path, fields).status;
        return room.officer
            .upload(path, "proof", std::string{file}, "%PDF-1.7\n" + std::string{file}, fields)
            .status;
    };
    CHECK(save("một.pdf", {}) == 303);
    const auto first = room.draft()->file;
    CHECK(first);
    CHECK(save("", {}) == 303);
    CHECK(room.draft()->file == first);
    CHECK(save("hai.pdf", {}) == 303);
    CHECK(room.draft()->file != first);
    auto context = room.app.system_context();
    const auto is_there = [&](attachment::AttachmentId file) {
        auto transaction = MUST(context.read());
        return attachment::find(transaction, file).has_value();
    };
    CHECK(!is_there(first));
    CHECK(save("", {{"drop_file", "1"}}) == 303);
    CHECK(!room.draft()->file);
    CHECK(save("ba.pdf", {}) == 303);
    const auto last = room.draft()->file;
    CHECK(room.officer.post(room.path() + "/nhap/bo", {{"draft_version", "1"}}).status == 409);
    CHECK(is_there(last));
    const Fields seen{{"draft_version", room.version()}};
    CHECK(room.officer.post(room.path() + "/nhap/bo", seen).status == 303);
    CHECK(!room.draft());
    CHECK(!is_there(last));
}

TEST_CASE("a photo reported for a task keeps its hour only where the person wishes it")
{
    Room room;
    const auto page_of = [&](std::string_view title, const Fields& more) {
        auto fields = without_link(typed(std::string{title}, "0"));
        fields.insert(fields.end(), more.begin(), more.end());
        REQUIRE(room.officer
                    .upload(room.path() + "/ket-qua", "proof", "ảnh.jpg",
                            evidence::testing::photograph(), fields)
                    .status == 303);
        const auto task = room.officer.get(room.path());
        const auto& html = task.text();
        const auto at = html.rfind("/minh-chung/", html.find(title));
        REQUIRE(at != std::string::npos);
        return room.officer.get(html.substr(at, html.find('"', at) - at));
    };
    const auto plain = page_of("Lớp một", {});
    CHECK(has(plain, "Lớp một"));
    CHECK(!has(plain, "Ảnh chụp lúc"));
    const auto wished = page_of("Lớp hai", {{"photo_note", "1"}});
    CHECK(has(wished, "Lớp hai"));
    CHECK(has(wished, "Ảnh chụp lúc 12/03/2026, 08:05"));
}

TEST_CASE("what a camera noted waits with the draft, and goes with it or where it is unwished")
{
    Room room;
    const auto noted = [&](attachment::AttachmentId file) {
        auto context = room.app.system_context();
        auto transaction = MUST(context.read());
        return MUST(evidence::photo_in_words(transaction, file));
    };
    const auto save = [&] {
        auto fields = without_link(typed("Lớp tập huấn", room.version()));
        fields.emplace_back("photo_note", "1");
        REQUIRE(room.officer
                    .upload(room.path() + "/nhap", "proof", "ảnh.jpg",
                            evidence::testing::photograph(), fields)
                    .status == 303);
        return room.draft()->file;
    };
    const auto first = save();
    CHECK(noted(first) == "Ảnh chụp lúc 12/03/2026, 08:05");
    const auto second = save();
    CHECK(noted(first).empty());
    const auto page = room.officer.get(room.path());
    CHECK(has(page, "Ảnh chụp lúc 12/03/2026, 08:05."));
    auto sent = without_link(typed("Lớp tập huấn", value_in(page, "draft_version")));
    sent.emplace_back("draft_file", value_in(page, "draft_file"));
    auto wished = sent;
    wished.emplace_back("photo_note", "1");
    CHECK(room.officer.post(room.path() + "/ket-qua", wished).status == 303);
    CHECK(noted(second) == "Ảnh chụp lúc 12/03/2026, 08:05");

    const auto third = save();
    sent = without_link(typed("Lớp nữa", room.version()));
    sent.emplace_back("draft_file", value_in(room.officer.get(room.path()), "draft_file"));
    CHECK(room.officer.post(room.path() + "/ket-qua", sent).status == 303);
    CHECK(noted(third).empty());
    CHECK(room.done() == 2);
}

TEST_CASE("a refused result loses neither its words nor its photo")
{
    Room room;
    const auto refused =
        room.officer.upload(room.path() + "/ket-qua", "proof", "ảnh.pdf", "%PDF-1.7\nảnh",
                            {{"title", "Lớp tập huấn"},
                             {"happened_on", "16/03/2026"},
                             {"quantity", "1"},
                             {"link", ""},
                             {"draft_version", "0"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "Lớp tập huấn"));
    CHECK(has(refused, "Tệp trong bản nháp"));
    CHECK(has(refused, "ảnh.pdf"));
    CHECK(room.done() == 0);
    auto fields = without_link(typed("Lớp tập huấn", value_in(refused, "draft_version")));
    fields.emplace_back("draft_file", value_in(refused, "draft_file"));
    CHECK(room.officer.post(room.path() + "/ket-qua", fields).status == 303);
    CHECK(room.done() == 1);
}

TEST_CASE("what is sent twice under one key is reported once, and says so as if it was the first")
{
    Room room;
    const auto key = value_in(room.officer.get(room.path()), "key");
    const auto fields = typed("Bài một", "0", key);
    CHECK(room.officer.post(room.path() + "/ket-qua", fields).status == 303);
    CHECK(room.officer.post(room.path() + "/ket-qua", fields).status == 303);
    CHECK(room.done() == 1);
    const auto page = room.officer.get(room.path());
    CHECK(has(page, "data-draft-taken=\"" + key + "\""));
    CHECK(value_in(page, "key") != key);
    const auto other = room.officer.post(room.path() + "/ket-qua", typed("Bài hai", "0", key));
    CHECK(other.status == 409);
    CHECK(has(other, "Bài hai"));
    CHECK(room.done() == 1);
    const auto again = typed("Bài hai", "0", value_in(other, "key"));
    CHECK(room.officer.post(room.path() + "/ket-qua", again).status == 303);
    CHECK(room.done() == 2);
    CHECK(room.officer.post(room.path() + "/ket-qua", typed("x", "0", "made up")).status == 422);
}

TEST_CASE("a draft that arrives after its result was reported makes no new one")
{
    Room room;
    const auto key = value_in(room.officer.get(room.path()), "key");
    CHECK(room.officer.post(room.path() + "/ket-qua", typed("Bài", "0", key)).status == 303);
    const auto late = room.officer.post_htmx(room.path() + "/nhap/chu", typed("Bà", "0", key));
    CHECK(late.status == 200);
    CHECK(!room.draft());
}

TEST_CASE("a result ends the draft it was made of, and leaves a colleague's newer one")
{
    Room room;
    room.officer.post(room.path() + "/nhap", typed("Bản một", "0"));
    const auto seen = room.version();
    room.colleague.post(room.path() + "/nhap", typed("Bản của đồng nghiệp", seen));
    CHECK(room.officer.post(room.path() + "/ket-qua", typed("Bản một", seen)).status == 303);
    REQUIRE(room.draft());
    CHECK(room.draft()->text.title == "Bản của đồng nghiệp");
    const auto now = typed("Bản hai", room.version());
    CHECK(room.officer.post(room.path() + "/ket-qua", now).status == 303);
    CHECK(!room.draft());
}

TEST_CASE("a file that the draft has no longer is not taken for proof")
{
    Room room;
    room.officer.upload(room.path() + "/nhap", "proof", "ảnh.pdf", "%PDF-1.7\nảnh",
                        typed("Bài", "0"));
    auto fields = without_link(typed("Bài", room.version()));
    fields.emplace_back("draft_file", value_in(room.officer.get(room.path()), "draft_file"));
    room.colleague.upload(room.path() + "/nhap", "proof", "khác.pdf", "%PDF-1.7\nkhác",
                          typed("Bài", room.version()));
    const auto refused = room.officer.post(room.path() + "/ket-qua", fields);
    CHECK(refused.status == 409);
    CHECK(has(refused, "Hãy chọn lại tệp"));
    CHECK(room.done() == 0);
}

}  // namespace caicach::obligation
