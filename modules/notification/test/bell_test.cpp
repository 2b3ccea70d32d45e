#include "notification/bell/bell_handlers.hpp"

#include <variant>

#include "notification/bell/bell_views.hpp"
#include "notification/rules/rules.hpp"
#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

http::Request asking(const std::string& target, std::vector<http::Field> form = {})
{
    return MUST(
        http::Request::create({.method = form.empty() ? http::Method::get : http::Method::post,
                               .target = target,
                               .form = std::move(form)}));
}

std::string text_of(const http::Response& page) { return std::get<std::string>(page.body); }

std::int64_t unread(PostOffice& post, AccountId account)
{
    auto transaction = MUST(post.office.services.database->read());
    return MUST(unread_count(transaction, account, post.office.clock.now()));
}

Message ring(PostOffice& post, AccountId account, std::int64_t seconds_later = 0)
{
    return post.remind(Channel::in_app, [&](NewMessage& message) {
        message.address.clear();
        message.account = account;
        if (seconds_later > 0) message.send_at = post.office.clock.now() + seconds_later;
    });
}

}  // namespace

TEST_CASE("the bell counts what was not opened, and opening leads to the page that it is about")
{
    in_post_office([](PostOffice& post) {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        const auto nga = post.office.account("Bế Thu Nga", root);
        const auto ca = post.office.account("Trương Nhã Ca", root);
        const auto first = ring(post, nga);
        ring(post, nga);
        ring(post, nga, hour);
        CHECK(unread(post, nga) == 2);
        CHECK(unread(post, ca) == 0);
        auto context = post.office.person(nga);
        const auto page = text_of(MUST(show_bell(context, asking("/thong-bao"))));
        CHECK(page.find("2 việc, hạn gần nhất 25/03/2026") != std::string::npos);
        CHECK(page.find("Mới") != std::string::npos);
        const auto open = asking("/thong-bao", {{.name = "message", .value = first.code}});
        CHECK(MUST(post_read(context, open)).status == 303);
        CHECK(unread(post, nga) == 1);
        auto stranger = post.office.person(ca);
        CHECK(post_read(stranger, open).error().kind == Failure::not_found);
        CHECK(show_bell(stranger, asking("/thong-bao?sau=" + first.code)).error().kind ==
              Failure::not_found);
        MUST(post_read(context, asking("/thong-bao", {{.name = "csrf", .value = "x"}})));
        CHECK(unread(post, nga) == 0);
        post.office.clock.pass_seconds(hour);
        CHECK(unread(post, nga) == 1);
    });
}

TEST_CASE("a person gives a number and chooses what comes where")
{
    in_post_office([](PostOffice& post) {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        auto system = post.office.system_account();
        auto transaction = MUST(system.begin());
        const auto nga = MUST(identity::create_account(
            system, transaction,
            {.name = "Bế Thu Nga", .agency = root, .user_name = "nga@songlam.vn"}));
        MUST(transaction.commit());
        auto context = post.office.person(nga);
        const auto save = [&](std::vector<http::Field> form) {
            return MUST(post_wishes(context, asking("/thong-bao/cach-nhan", std::move(form))));
        };
        post.use_gateway("http://127.0.0.1:9");
        CHECK(save({{.name = "number", .value = "12"}}).status == 422);
        MUST(post_wishes(
            context, asking("/thong-bao/cach-nhan", {{.name = "number", .value = "0987654321"}})));
        const auto prove = [&](std::string code) {
            return MUST(post_number_proof(
                context, asking("/thong-bao/cach-nhan/ma", {{.name = "code", .value = code}})));
        };
        const auto code = post.code_sent();
        const auto asks = text_of(MUST(show_wishes(context, asking("/thong-bao/cach-nhan"))));
        CHECK(asks.find("Xác nhận số 84987654321") != std::string::npos);
        CHECK(asks.find("reminder.sms") == std::string::npos);
        CHECK(asks.find(code) == std::string::npos);
        const auto wrong = prove("12345");
        CHECK(wrong.status == 422);
        CHECK(text_of(wrong).find("notification.number.wrong_code") != std::string::npos);
        CHECK(prove(code).status == 303);
        CHECK(post.remind(Channel::email).error == "notification.reason.refused");
        const auto page = text_of(MUST(show_wishes(context, asking("/thong-bao/cach-nhan"))));
        CHECK(page.find("84987654321") != std::string::npos);
        CHECK(page.find("reminder.sms") != std::string::npos);
        save({{.name = "number", .value = "0987654321"},
              {.name = "reminder.email", .value = "1"},
              {.name = "reminder.sms", .value = "1"}});
        CHECK(post.remind(Channel::email).status == Status::created);
        CHECK(post.remind(Channel::sms).status == Status::created);
        save({{.name = "reminder.email", .value = "1"}});
        auto again = MUST(post.office.services.database->read());
        CHECK(MUST(number_of(again, nga)).typed().empty());
    });
}

}  // namespace caicach::notification
