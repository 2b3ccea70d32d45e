#include "notification/templates/template.hpp"

#include <array>
#include <tuple>

#include "notification/rules/purpose.hpp"
#include "notification/sending/segments.hpp"
#include "notification/templates/template_store.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::in_post_office;
using testing::PostOffice;

Result<void> save(PostOffice& post, const Template& before, const TemplateText& text)
{
    auto context = post.office.system_account();
    auto transaction = MUST(context.begin());
    TRY(save_template(context, transaction, before, text));
    return transaction.commit();
}

Template current(PostOffice& post, Channel channel)
{
    auto transaction = MUST(post.office.services.database->read());
    return MUST(current_template(transaction, "reminder.due", channel));
}

}  // namespace

TEST_CASE("every template that the program brings is whole and for a purpose that holds")
{
    CHECK(shipped_templates().size() >= 8);
    for (const auto& one : shipped_templates()) {
        CAPTURE(one.key);
        CHECK(purpose_on(one.purpose, *Date::from_iso("2026-03-15")));
        CHECK(one.version == 0);
    }
}

TEST_CASE("a variable stands in double brackets; its value is not looked into again")
{
    const std::array variables{Variable{"ten", "((bi_mat))"}, Variable{"so", "2"}};
    CHECK(MUST(fill("Gửi ((ten)): ((so)) việc", variables)) == "Gửi ((bi_mat)): 2 việc");
    CHECK(MUST(fill("f((x) và ((Tên)) và ((", variables)) == "f((x) và ((Tên)) và ((");
    CHECK(MUST(fill("(((so)))", variables)) == "(2)");
    CHECK(fill("((thieu))", variables).error().arguments.front() == "thieu");
    CHECK(variables_in("((a)) ((b)) ((a)) ((C))") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a file that lacks something, or says what nobody knows, is refused")
{
    const std::string whole =
        "purpose: reminder\ntitle: Nhắc\nvariables: ten\nsubject: Gửi ((ten))\n\nNội dung";
    CHECK(parse_template("a.b.email", whole));
    for (const auto& [name, text] :
         {std::pair("email", whole), std::pair("a.fax", whole),
          std::pair("a.email", std::string("purpose: x")),
          std::pair("a.email", std::string("purpose: x\ntitle: y\n\nz")), std::pair("a.sms", whole),
          std::pair("a.email", whole + " ((khac))"),
          std::pair("a.email", "color: red\n" + whole)}) {
        CAPTURE(text);
        CHECK(parse_template(name, text).error().key == "notification.template.malformed");
    }
}

TEST_CASE("the short texts of a reminder say what is overdue, in two segments at most")
{
    const std::string late = "132 việc, trong đó 112 việc quá hạn, lâu nhất 296 ngày";
    for (const auto& [name, summary, site, most] :
         {std::tuple("tỉnh Sông Lam", std::string("1 việc quá hạn 3 ngày"),
                     std::string("https://cchc.songlam.gov.vn/viec"), 1),
          std::tuple("Thành phố Hồ Chí Minh", late,
                     std::string("https://caicachhanhchinh.hochiminhcity.gov.vn/ke-hoach/"
                                 "0123456789ab/theo-doi/cham-tre"),
                     2)}) {
        CAPTURE(name);
        const std::array variables{
            Variable{"nguoi", "Bế Thu Nga"}, Variable{"tom_tat", summary},
            Variable{"so_viec", "132"},      Variable{"viec", "- II.1. Đăng tin"},
            Variable{"han", "25/03/2026"},   Variable{"tinh", name},
            Variable{"trang", site}};
        for (const auto& one : shipped_templates()) {
            if (one.key != "reminder.due" || one.has_subject()) continue;
            const auto text = MUST(fill(one.body, variables));
            CHECK(text.find("quá hạn") != std::string::npos);
            if (one.channel != Channel::sms) continue;
            CHECK(one.strips_marks);
            const auto segments = segments_of(without_marks(text));
            CHECK(segments.is_gsm);
            CHECK(segments.count <= most);
        }
    }
}

TEST_CASE("an administrator's text is a new version, and the next message says it")
{
    in_post_office([](PostOffice& post) {
        const auto before = current(post, Channel::sms);
        CHECK(post.remind(Channel::sms).template_version == 0);
        const TemplateText text{.body = "Có ((so_viec)) việc đến hạn ((han))",
                                .strips_marks = false};
        MUST(save(post, before, text));
        CHECK(post.office.remembered.lines.back().starts_with("notification.template.changed"));
        const auto sent = post.remind(Channel::sms);
        CHECK(sent.template_version == 1);
        CHECK(sent.body == "Có 2 việc đến hạn 25/03/2026");
        MUST(save(post, current(post, Channel::sms), text));
        CHECK(current(post, Channel::sms).version == 1);
        CHECK(save(post, before, {.body = "khác"}).error().key == "notification.template.changed");
        auto transaction = MUST(post.office.services.database->read());
        CHECK(MUST(template_versions(transaction, "reminder.due", Channel::sms)).size() == 1);
    });
}

TEST_CASE("a text that is empty, too long or names what the template does not have is refused")
{
    in_post_office([](PostOffice& post) {
        const auto before = current(post, Channel::email);
        const auto fault = [&](const TemplateText& text) {
            const auto error = save(post, before, text).error();
            return error.key + " " + error.field;
        };
        CHECK(fault({.subject = "a"}) == "notification.template.empty body");
        CHECK(fault({.body = "a"}) == "notification.template.empty subject");
        CHECK(fault({.subject = "((mat_khau))", .body = "a"}) ==
              "notification.template.variable_unknown subject");
        CHECK(fault({.subject = "a", .body = std::string(70'000, 'a')}) ==
              "notification.template.too_long body");
        CHECK(fault({.subject = std::string(201, 'a'), .body = "a"}) ==
              "notification.template.too_long subject");
    });
}

}  // namespace caicach::notification
