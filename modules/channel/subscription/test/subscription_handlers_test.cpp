#include <doctest/doctest.h>

#include <algorithm>

#include "channel/limits.hpp"
#include "channel/module.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscription_links.hpp"
#include "channel/test/newsletter_office.hpp"

namespace caicach::channel
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using caicach::testing::Visitor;

constexpr std::string_view page = "/ban-tin/dang-ky";
constexpr std::int64_t hour_of = 3'600;

/// A province that sends letters, and a department with a newsletter.
struct Readership {
    testing::NewsletterOffice office{{{"mail.url", "smtp://127.0.0.1:9"},
                                      {"mail.from", "cchc@songlam.example"},
                                      {"mail.requires_tls", "false"},
                                      {"province.site", "https://cchc.songlam.example"}}};
    App& app{office.app};
    organisation::AgencyId agency{office.sent().agency};
    Visitor stranger{app.stranger()};

    http::Response ask(const std::string& address)
    {
        return stranger.post(std::string{page},
                             {{"agency", "so-y-te"}, {"address", address}, {"consent", "1"}});
    }
    std::optional<Subscriber> subscriber(std::string_view address)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(SubscriberStore{transaction}.find(agency, address));
    }
    Subscriber subscriber(SubscriberId id)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(SubscriberStore{transaction}.find(id));
    }
    std::string link(SubscriptionLinks::Way way, SubscriberId id)
    {
        return MUST(SubscriptionLinks::open(app.system().services())).path(way, id);
    }
    std::int64_t letters()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(transaction.one(
            "SELECT COUNT(*) AS number FROM notification_message WHERE template_key = "
            "'channel.confirm'",
            [](const database::Row& row) { return row.integer("number"); }));
    }
    Subscriber confirmed(const std::string& address)
    {
        CHECK(ask(address).status == 303);
        const auto asked = subscriber(address);
        REQUIRE(asked);
        CHECK(stranger.post(link(SubscriptionLinks::Way::confirm, asked->id)).status == 303);
        return subscriber(asked->id);
    }
};

bool tells(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("who asks gets a letter, and counts once he has confirmed by its button, not its link")
{
    Readership people;
    CHECK(tells(people.stranger.get(std::string{page}), "Sở Y tế"));
    CHECK(people.ask(" Nga@Example.VN ").status == 303);
    const auto asked = people.subscriber("nga@example.vn");
    REQUIRE(asked);
    CHECK(asked->state == SubscriberState::waiting);
    CHECK(asked->wording == 1);
    CHECK(people.letters() == 1);
    const auto link = people.link(SubscriptionLinks::Way::confirm, asked->id);
    CHECK(tells(people.stranger.get(link), "nga@example.vn"));
    CHECK(people.subscriber(asked->id).state == SubscriberState::waiting);
    CHECK(people.stranger.post(link).status == 303);
    CHECK(people.subscriber(asked->id).state == SubscriberState::confirmed);
    CHECK(people.subscriber(asked->id).confirmed_at == people.app.clock.now());
    CHECK(tells(people.stranger.get(link), "Đã xác nhận"));
    CHECK(people.stranger.post(link).status == 303);
}

TEST_CASE("the answer to who asks is the same whatever is known of the address")
{
    Readership people;
    const auto fresh = people.ask("moi@example.vn");
    static_cast<void>(people.confirmed("cu@example.vn"));
    people.app.clock.pass_seconds(hour_of);
    const auto known = people.ask("cu@example.vn");
    const auto again = people.ask("cu@example.vn");
    for (const auto* answer : {&fresh, &known, &again}) {
        CHECK(answer->status == 303);
        CHECK(answer->header("location") == page);
        CHECK(answer->text().empty());
    }
    CHECK(people.subscriber("cu@example.vn")->state == SubscriberState::confirmed);
}

TEST_CASE("nobody is buried in letters: few go to one address within a day")
{
    Readership people;
    for (int i = 0; i < 8; ++i) {
        CHECK(people.ask("nga@example.vn").status == 303);
        people.app.clock.pass_seconds(limits::letter_pause_seconds);
    }
    CHECK(people.letters() == limits::letters_max);
    people.app.clock.pass_seconds(limits::letters_seconds);
    CHECK(people.ask("nga@example.vn").status == 303);
    CHECK(people.letters() == limits::letters_max + 1);
}

TEST_CASE("while very many ask at once, the next one is told to come later and keeps his form")
{
    Readership people;
    {
        auto context = people.app.system_context();
        auto transaction = MUST(context.begin());
        SubscriberStore store{transaction};
        for (int i = 0; i < limits::letters_per_hour_max; ++i) {
            Subscriber other{.agency = people.agency,
                             .address = "nguoi-" + std::to_string(i) + "@example.vn",
                             .wording = 1,
                             .asked_at = people.app.clock.now(),
                             .letters = 1,
                             .letter_at = people.app.clock.now()};
            MUST(store.insert(other));
        }
        MUST(transaction.commit());
    }
    const auto later = people.ask("nga@example.vn");
    CHECK(later.status == 503);
    CHECK(tells(later, "sau một giờ"));
    CHECK(tells(later, "nga@example.vn"));
    CHECK_FALSE(people.subscriber("nga@example.vn"));
    people.app.clock.pass_seconds(hour_of);
    CHECK(people.ask("nga@example.vn").status == 303);
    CHECK(people.subscriber("nga@example.vn"));
}

TEST_CASE("without an address, without consent or for what is no newsletter nobody is taken")
{
    Readership people;
    const auto refuses = [&](const Fields& fields) {
        const auto answer = people.stranger.post(std::string{page}, fields);
        CHECK(answer.status == 422);
    };
    refuses({{"agency", "so-y-te"}, {"address", "nga"}, {"consent", "1"}});
    refuses({{"agency", "so-y-te"}, {"address", "a@b.vn\r\nBcc: c@d.vn"}, {"consent", "1"}});
    refuses({{"agency", "so-y-te"}, {"address", "nga@example.vn"}});
    refuses({{"agency", "so-tu-phap"}, {"address", "nga@example.vn"}, {"consent", "1"}});
    CHECK(people.letters() == 0);
    CHECK_FALSE(people.subscriber("nga@example.vn"));
    CHECK_FALSE(tells(people.stranger.get(std::string{page}), "checked"));
}

TEST_CASE("one click in a mail program takes the address off; it is forgotten, and twice is once")
{
    Readership people;
    const auto reader = people.confirmed("nga@example.vn");
    const auto link = people.link(SubscriptionLinks::Way::leave, reader.id);
    CHECK(tells(people.stranger.get(link), "Thôi nhận"));
    CHECK(people.subscriber(reader.id).state == SubscriberState::confirmed);
    auto program = people.app.nobody();
    const auto answer = program.post_without_token(link, {{"List-Unsubscribe", "One-Click"}});
    CHECK(answer.status == 200);
    const auto gone = people.subscriber(reader.id);
    CHECK(gone.state == SubscriberState::left);
    CHECK(gone.address.empty());
    CHECK(gone.confirmed_at == reader.confirmed_at);
    CHECK(program.post_without_token(link).status == 303);
    CHECK(tells(people.stranger.get(link), "địa chỉ đã được xóa"));
    CHECK(people.stranger.post(people.link(SubscriptionLinks::Way::confirm, reader.id)).status ==
          409);
    people.app.clock.pass_seconds(hour_of);
    CHECK(people.confirmed("nga@example.vn").id != reader.id);
}

TEST_CASE("a link of one kind does nothing of the other, and a made-up one nothing at all")
{
    Readership people;
    CHECK(people.ask("nga@example.vn").status == 303);
    const auto id = people.subscriber("nga@example.vn")->id;
    auto leave = people.link(SubscriptionLinks::Way::leave, id);
    const auto token = leave.substr(leave.rfind('/') + 1);
    CHECK(people.stranger.post("/ban-tin/xac-nhan/" + token).status == 404);
    CHECK(people.stranger.get("/ban-tin/xac-nhan/abc").status == 404);
    CHECK(people.subscriber(id).state == SubscriberState::waiting);
}

TEST_CASE("who does not confirm in time is forgotten")
{
    Readership people;
    CHECK(people.ask("nga@example.vn").status == 303);
    const auto asked = people.subscriber("nga@example.vn");
    REQUIRE(asked);
    const auto link = people.link(SubscriptionLinks::Way::confirm, asked->id);
    people.app.clock.pass_seconds(limits::confirm_seconds + 2 * hour_of);
    CHECK(people.stranger.post(link).status == 409);
    people.app.run_jobs();
    CHECK_FALSE(people.subscriber("nga@example.vn"));
}

TEST_CASE("a person sees one's own subscription, and nobody else's; deletion takes the address off")
{
    Readership people;
    auto context = people.app.system_context();
    const std::string address = "an@example.vn";
    const auto make = [&](const std::string& user_name) {
        auto transaction = MUST(context.begin());
        const auto account = MUST(identity::create_account(
            context, transaction,
            {.name = "Người thử", .agency = people.agency, .user_name = user_name}));
        MUST(transaction.commit());
        return account;
    };
    const auto account = make(address);
    const auto other = make("binh@example.vn");
    const auto reader = people.confirmed(address);
    const auto stays = people.confirmed("nga@example.vn");
    const auto manifest = module();
    const auto section =
        std::ranges::find(manifest.personal_data(), "nhan-ban-tin", &PersonalDataSection::key);
    REQUIRE(section != manifest.personal_data().end());
    auto transaction = MUST(context.begin());
    const auto rows = MUST(section->rows(context, transaction, account));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].size() == section->columns.size());
    CHECK(rows[0][1] == address);
    CHECK(MUST(section->rows(context, transaction, other)).empty());
    MUST(section->erase(context, transaction, account));
    CHECK(MUST(section->rows(context, transaction, account)).empty());
    MUST(transaction.commit());
    CHECK(people.subscriber(reader.id).address.empty());
    CHECK(people.subscriber(stays.id).state == SubscriberState::confirmed);
}

TEST_CASE("where no letters leave the house nobody is asked for an address")
{
    App app;
    auto stranger = app.stranger();
    CHECK(tells(stranger.get(std::string{page}), "Chưa mở đăng ký"));
    CHECK(stranger
              .post(std::string{page},
                    {{"agency", "so-y-te"}, {"address", "a@b.vn"}, {"consent", "1"}})
              .status == 409);
}

}  // namespace caicach::channel
