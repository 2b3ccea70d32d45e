#include "channel/newsletter/sending.hpp"

#include <doctest/doctest.h>

#include "channel/limits.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/releasing.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscribing.hpp"
#include "channel/test/newsletter_office.hpp"
#include "jobs/jobs.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::App;
using caicach::testing::Visitor;

/// A department whose newsletter has readers; letters wait, as no mail server answers.
struct Mailing {
    testing::NewsletterOffice office{{{"mail.url", "smtp://127.0.0.1:9"},
                                      {"mail.from", "cchc@songlam.example"},
                                      {"mail.requires_tls", "false"},
                                      {"province.site", "https://cchc.songlam.example"}}};
    App& app{office.app};
    organisation::AgencyId agency{agency_of("SYT")};

    organisation::AgencyId agency_of(std::string_view code)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
    }
    SubscriberId reader(const std::string& address, organisation::AgencyId whose)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        const auto now = context.now();
        Subscriber one{.agency = whose,
                       .address = address,
                       .wording = 1,
                       .asked_at = now,
                       .letters = 1,
                       .letter_at = now};
        SubscriberStore store{transaction};
        MUST(store.insert(one));
        MUST(one.confirm(now));
        MUST(store.save(one));
        MUST(transaction.commit());
        return one.id;
    }
    SubscriberId reader(const std::string& address) { return reader(address, agency); }
    Subscriber subscriber(SubscriberId id)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(SubscriberStore{transaction}.find(id));
    }
    /// A query's only number.
    std::int64_t number(std::string_view query)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(
            transaction.one(query, [](const database::Row& row) { return row.integer("number"); }));
    }
    std::int64_t letters()
    {
        return number(
            "SELECT COUNT(*) AS number FROM notification_message WHERE template_key = "
            "'channel.issue'");
    }
    Sending sending(IssueId issue)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        auto found = MUST(sending_of(transaction, issue));
        REQUIRE(found);
        return *found;
    }
    void failed(IssueId issue, SubscriberId reader, notification::Unreached why)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        MUST(context.publish(
            transaction,
            notification::MessageFailed{.channel = notification::Channel::email,
                                        .key = "channel.issue/" + std::to_string(issue.value) +
                                               "/" + std::to_string(reader.value),
                                        .why = why}));
        MUST(transaction.commit());
    }
};

bool tells(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("an issue goes once to each who confirmed before it went out, and to nobody else")
{
    Mailing mailing;
    for (int i = 0; i < limits::lot_letters + 1; ++i)
        mailing.reader("ban-doc-" + std::to_string(i) + "@example.vn");
    const auto left = mailing.reader("da-thoi@example.vn");
    mailing.reader("so-khac@example.vn", mailing.agency_of("SNV"));
    {
        auto context = mailing.app.system_context();
        auto transaction = MUST(context.begin());
        MUST(end_subscription(context, transaction, left, SubscriberState::left));
        MUST(transaction.commit());
    }
    const auto issue = mailing.office.sent();
    CHECK(mailing.letters() == 0);
    mailing.app.clock.pass_seconds(1);
    mailing.reader("den-sau@example.vn");
    mailing.app.run_jobs();
    const auto over = mailing.sending(issue.id);
    CHECK(over.done_at);
    CHECK(over.posted == limits::lot_letters + 1);
    CHECK(mailing.letters() == limits::lot_letters + 1);
    CHECK(mailing.number("SELECT COUNT(*) AS number FROM notification_message WHERE address IN "
                         "('da-thoi@example.vn', 'so-khac@example.vn', 'den-sau@example.vn')") ==
          0);
    CHECK(mailing.number("SELECT COUNT(*) AS number FROM notification_message WHERE body LIKE "
                         "'%https://cchc.songlam.example/ban-tin/thoi-nhan/%' AND body LIKE "
                         "'%Bài đứng trước%'") == limits::lot_letters + 1);
    CHECK(mailing.number("SELECT COUNT(*) AS number FROM evidence_fact WHERE title LIKE '%(gửi "
                         "201 người nhận qua thư)'") == 1);
}

TEST_CASE("who goes on where another was killed posts nothing twice, and leaves nobody out")
{
    Mailing mailing;
    const auto first = mailing.reader("mot@example.vn");
    mailing.reader("hai@example.vn");
    const auto issue = mailing.office.sent();
    mailing.app.run_jobs();
    {  // as if the second letter and what came after had never been committed, or the first alone
        auto context = mailing.app.system_context();
        auto transaction = MUST(context.begin());
        MUST(
            transaction.change("UPDATE channel_sending SET cursor_id = $1, posted = 1, done_at = "
                               "NULL WHERE issue_id = $2",
                               first, issue.id));
        MUST(transaction.change(
            "DELETE FROM notification_message WHERE address = 'hai@example.vn'"));
        MUST(jobs::enqueue(transaction, "channel.send_issue", std::to_string(issue.id.value),
                           {.now = context.now()}));
        MUST(transaction.commit());
    }
    mailing.app.run_jobs();
    CHECK(mailing.letters() == 2);
    CHECK(mailing.sending(issue.id).posted == 2);
    CHECK(mailing.sending(issue.id).done_at);
}

TEST_CASE("whom a letter cannot reach is given up by the dated rule, at once or after three")
{
    Mailing mailing;
    const auto gone = mailing.reader("khong-con@example.vn");
    const auto full = mailing.reader("hop-day@example.vn");
    const auto issue = mailing.office.sent();
    mailing.failed(issue.id, gone, notification::Unreached::nobody_there);
    CHECK(mailing.subscriber(gone).state == SubscriberState::bounced);
    CHECK(mailing.subscriber(gone).address.empty());
    for (int i = 0; i < 2; ++i) mailing.failed(issue.id, full, notification::Unreached::not_taken);
    CHECK(mailing.subscriber(full).state == SubscriberState::confirmed);
    constexpr std::int64_t days = 121L * 86'400;
    mailing.app.clock.pass_seconds(days);  // a new count begins
    for (int i = 0; i < 2; ++i) mailing.failed(issue.id, full, notification::Unreached::not_taken);
    CHECK(mailing.subscriber(full).state == SubscriberState::confirmed);
    mailing.failed(issue.id, full, notification::Unreached::not_taken);
    CHECK(mailing.subscriber(full).state == SubscriberState::bounced);
}

TEST_CASE("its page counts the letters; other agencies' people do not see it")
{
    Mailing mailing;
    for (const auto* one : {"a@example.vn", "b@example.vn", "c@example.vn"}) mailing.reader(one);
    const auto issue = mailing.office.sent();
    const auto path = "/soan-ban-tin/" + issue.code;
    mailing.app.run_jobs();
    {
        auto context = mailing.app.system_context();
        auto transaction = MUST(context.begin());
        const auto set = [&](std::string_view status, std::string_view address) {
            MUST(transaction.change(
                "UPDATE notification_message SET status = $1 WHERE address = $2", status, address));
        };
        set("sent", "a@example.vn");
        set("permanent-failure", "b@example.vn");
        set("created", "c@example.vn");
        MUST(transaction.commit());
    }
    const auto page = mailing.office.officer.get(path);
    CHECK(tells(page, "2 trên 3 thư"));
    CHECK(tells(page, "Đang chờ gửi"));
    CHECK(tells(page, "Địa chỉ không còn"));
    CHECK_FALSE(tells(page, "Thôi nhận từ khi phát hành"));
    auto other = mailing.app.as(identity::Role::agency_officer, "SNV");
    CHECK(other.get(path).status == 403);
}

TEST_CASE("where no letters leave the house an issue goes out without any")
{
    testing::NewsletterOffice office;
    const auto issue = office.sent();
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    CHECK_FALSE(MUST(sending_of(transaction, issue.id)));
}

}  // namespace caicach::channel
