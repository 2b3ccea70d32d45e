#include "notification/sending/fallback.hpp"

#include <filesystem>
#include <fstream>
#include <utility>
#include <variant>

#include "net/test/mail_host.hpp"
#include "notification/outbox_handlers.hpp"
#include "notification/reports.hpp"
#include "notification/rules/rules.hpp"
#include "notification/sending/bounces.hpp"
#include "zalo_house.hpp"

namespace caicach::notification
{
namespace
{

using net::testing::LocalServer;
using net::testing::MailHost;
using testing::hour;
using testing::in_post_office;
using testing::PostOffice;
using testing::Zalo;

constexpr std::string_view nobody_there = "550 5.1.1 nobody";

/// A mail server that says so of every receiver, a gateway that takes all, and Bế Thu Nga, whom
/// letters and text messages reach.
class House
{
public:
    explicit House(PostOffice& given)
        : post(given), gateway([](const std::string&) { return net::testing::ok("0: Accepted"); })
    {
        root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        auto context = post.office.system_account();
        auto transaction = MUST(context.begin());
        nga = MUST(identity::create_account(
            context, transaction,
            {.name = "Bế Thu Nga", .agency = root, .user_name = "nga@songlam.vn"}));
        MUST(transaction.commit());
        post.office.services.mail.url = mail.url();
        post.use_gateway(gateway.origin());
        refuse_letters(nobody_there);
    }

    void refuse_letters(std::string_view answer) { mail.say("RCPT", std::string(answer)); }
    void give_number() { post.give_number(nga, "0987 654 321"); }
    void consent(bool is_given = true)
    {
        auto transaction = MUST(post.office.services.database->write());
        MUST(
            transaction.change("INSERT INTO personal_data_consent (id, account_id, purpose,"
                               " wording, wording_hash, is_given, at)"
                               " VALUES ($1, $2, 'personal_contact', 1, '', $4, $3)",
                               make_id<MessageId>(), nga, post.office.clock.now(), is_given));
        MUST(transaction.commit());
    }
    Message remind(Channel channel)
    {
        return post.remind(channel, [&](NewMessage& message) {
            message.address.clear();
            message.account = nga;
            message.key = "reminder/nga";
        });
    }
    /// What was made of the reminder on a channel.
    std::vector<Message> on(Channel channel)
    {
        std::vector<Message> found;
        for (auto& one : post.list())
            if (one.channel == channel && one.key == "reminder/nga")
                found.push_back(std::move(one));
        return found;
    }

    PostOffice& post;
    LocalServer gateway;
    MailHost mail{};
    organisation::AgencyId root{};
    AccountId nga{};
};

void in_house(const std::function<void(House&)>& test)
{
    in_post_office([&](PostOffice& post) {
        House house(post);
        test(house);
    });
}

void in_reached_house(const std::function<void(House&)>& test)
{
    in_house([&](House& house) {
        house.give_number();
        house.consent();
        test(house);
    });
}

void report(House& house, const Message& message, const std::string& event)
{
    auto request = MUST(
        http::Request::create({.target = "/tin-nhan/" + message.code + "/x?ket-qua=" + event}));
    request.set_path_parameters({{.name = "code", .value = message.code},
                                 {.name = "secret", .value = message.report_secret}});
    auto nobody = house.post.office.nobody();
    MUST(take_report(nobody, request));
}

std::string outbox_of(House& house, const std::string& query = "")
{
    auto& office = house.post.office;
    const auto person = office.account("Khuất Duy Linh", house.root);
    office.grant(person, identity::Role::administrator, house.root);
    auto context = office.person(person);
    const auto request = MUST(http::Request::create({.target = "/thu-gui-di" + query}));
    return std::get<std::string>(MUST(show_outbox(context, request)).body);
}

}  // namespace

TEST_CASE("a letter to a box that is not there is told by SMS instead, once, and both say so")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        const auto letter = house.remind(Channel::email);
        post.run();
        const auto failed = post.by_id(letter.id);
        CHECK(failed.status == Status::permanent_failure);
        CHECK((failed.handed_to == Channel::sms));
        CHECK(failed.body.empty());  // nobody sends both
        CHECK(post.again(failed).error().key == "notification.message.not_stuck");
        REQUIRE(house.on(Channel::sms).size() == 1);
        auto told = house.on(Channel::sms).front();
        CHECK((told.took_over_from == Channel::email));
        CHECK(told.address == "84987654321");
        CHECK(told.expires_at == failed.expires_at);
        post.run();
        told = house.on(Channel::sms).front();
        CHECK(told.status == Status::sent);
        const auto requests = house.gateway.requests();
        CHECK(requests.back().find("25%2f03%2f2026") != std::string::npos);
        const auto page = outbox_of(house);
        CHECK(page.find("Gửi lại bằng Tin nhắn SMS.") != std::string::npos);
        CHECK(page.find("Gửi thay Thư điện tử không tới được.") != std::string::npos);
        CHECK(outbox_of(house, "?loc=can-xem").find("nga@songlam.vn") == std::string::npos);
        post.run(2 * hour);
        CHECK(house.on(Channel::sms).size() == 1);
        CHECK(house.on(Channel::email).size() == 1);
        CHECK(house.gateway.requests().size() == requests.size());
    });
}

TEST_CASE("nobody is told by a channel that he did not agree to, refused, or has not")
{
    in_house([](House& house) {
        auto& post = house.post;
        house.remind(Channel::email);
        post.run();
        CHECK(house.on(Channel::email).front().status == Status::permanent_failure);
        CHECK_FALSE(house.on(Channel::email).front().handed_to);
        CHECK(house.on(Channel::sms).empty());  // no number
        CHECK(house.on(Channel::email).front().can_be_sent_again(post.office.clock.now()));
        house.give_number();
        MUST(post.again(house.on(Channel::email).front()));
        post.run();
        CHECK(house.on(Channel::sms).empty());  // no consent
        house.consent();
        {
            auto context = post.office.person(house.nga);
            auto transaction = MUST(context.begin());
            MUST(refuse(context, transaction, "84987654321",
                        {.channel = Channel::sms, .purpose = "reminder"}));
            MUST(transaction.commit());
        }
        MUST(post.again(house.on(Channel::email).front()));
        post.run();
        CHECK(house.on(Channel::sms).empty());  // refused
        post.office.services.messaging.sms_budget.daily_max = 0;
        MUST(post.again(house.on(Channel::email).front()));
        post.run();
        CHECK(house.on(Channel::sms).empty());  // no bound for money
        CHECK(house.on(Channel::email).front().status == Status::permanent_failure);
    });
}

TEST_CASE("a text message that waited does not go to who took back the consent meanwhile")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        const auto gateway = std::exchange(post.office.services.messaging.sms, {});
        const auto before = house.gateway.requests().size();
        const auto text = house.remind(Channel::sms);
        post.run();
        CHECK(post.by_id(text.id).status == Status::created);
        CHECK(post.by_id(text.id).attempts == 0);
        post.office.clock.pass_seconds(1);
        house.consent(false);
        post.office.services.messaging.sms = gateway;
        post.run(hour);
        CHECK(post.by_id(text.id).status == Status::cancelled);
        CHECK(post.by_id(text.id).error == "notification.reason.no_consent");
        CHECK(house.gateway.requests().size() == before);
    });
}

TEST_CASE("without a bound for money, or beyond the bound of an hour, no SMS takes over")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        post.office.services.messaging.sms_budget = {};
        house.remind(Channel::email);
        post.run();
        CHECK(house.on(Channel::email).front().status == Status::permanent_failure);
        CHECK(house.on(Channel::sms).empty());
        post.office.services.messaging.sms_budget = {.price = 300, .daily_max = 300'000};
        for (int count = 0; count < 20; ++count)
            post.remind(Channel::sms, [&](NewMessage& message) {
                message.variables.at(1).value = std::to_string(count);
            });
        MUST(post.again(house.on(Channel::email).front()));
        post.run();
        CHECK(house.on(Channel::sms).empty());
        post.office.clock.pass_seconds(hour + 1);
        MUST(post.again(house.on(Channel::email).front()));
        post.run();
        CHECK(house.on(Channel::sms).size() == 1);
    });
}

TEST_CASE("a full box, a policy, a server that is away or an answer that is lost hand nothing on")
{
    for (const auto* answer :
         {"552 5.2.2 the box is full", "550 5.7.1 not from you", "421 later"}) {
        CAPTURE(answer);
        in_reached_house([&](House& house) {
            house.refuse_letters(answer);
            house.remind(Channel::email);
            for (int count = 0; count < 30; ++count) house.post.run(hour);
            CHECK(house.on(Channel::email).front().status != Status::permanent_failure);
            CHECK(house.on(Channel::sms).empty());
        });
    }
    in_reached_house([](House& house) {
        house.refuse_letters("");
        const auto letter = house.remind(Channel::email);
        house.post.pretend_sending(letter);
        house.post.run(hour);
        CHECK(house.on(Channel::email).front().status == Status::uncertain);
        CHECK(house.on(Channel::sms).empty());
    });
}

TEST_CASE(
    "what never reached the telephone goes by letter; who was told by letter is not told again")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        house.refuse_letters("");
        auto text = house.remind(Channel::sms);
        post.run();
        text = post.by_id(text.id);
        CHECK(text.status == Status::sent);
        CHECK(text.body.empty());
        CHECK(text.variables != "{}");  // kept for the letter, perhaps
        report(house, text, "2");
        report(house, text, "2");
        CHECK((post.by_id(text.id).handed_to == Channel::email));
        CHECK(post.by_id(text.id).variables == "{}");
        post.run();
        REQUIRE(house.on(Channel::email).size() == 1);
        CHECK(house.on(Channel::email).front().status == Status::sent);
        CHECK(house.mail.letters().size() == 1);
    });
    in_reached_house([](House& house) {
        auto& post = house.post;
        house.refuse_letters("");
        house.remind(Channel::email);
        const auto text = house.remind(Channel::sms);
        post.run();
        report(house, text, "16");
        CHECK(post.by_id(text.id).status == Status::permanent_failure);
        CHECK_FALSE(post.by_id(text.id).handed_to);
        CHECK(house.on(Channel::email).size() == 1);
    });
}

TEST_CASE("what was kept for another channel is forgotten when it has arrived or run out")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        const auto arrived = house.remind(Channel::sms);
        post.run();
        report(house, arrived, "1");
        CHECK(post.by_id(arrived.id).variables == "{}");
        const auto silent = post.remind(Channel::sms, [&](NewMessage& message) {
            message.address.clear();
            message.account = house.nga;
        });
        const auto others = post.remind(Channel::sms);  // to a number without an account
        post.run();
        CHECK(post.by_id(silent.id).variables != "{}");
        CHECK(post.by_id(others.id).variables == "{}");
        for (int day = 0; day < 4; ++day) post.run(24 * hour);
        CHECK(post.by_id(silent.id).variables == "{}");
        report(house, silent, "2");
        CHECK(post.by_id(silent.id).status == Status::permanent_failure);
        CHECK_FALSE(post.by_id(silent.id).handed_to);
    });
}

TEST_CASE("a letter that comes back after it was sent is told by SMS, one for a full box is not")
{
    for (const auto* status : {"5.1.1", "5.2.2"}) {
        CAPTURE(status);
        in_reached_house([&](House& house) {
            auto& post = house.post;
            auto& messaging = post.office.services.messaging;
            messaging.bounce_address = "tra-lai@cchc.vn";
            messaging.bounce_folder = post.office.services.data_folder + "/maildir";
            std::filesystem::create_directories(messaging.bounce_folder + "/new");
            std::filesystem::create_directories(messaging.bounce_folder + "/cur");
            house.refuse_letters("");
            const auto letter = house.remind(Channel::email);
            post.run();
            CHECK(post.by_id(letter.id).status == Status::sent);
            std::ofstream(messaging.bounce_folder + "/new/1")
                << "To: tra-lai+" << letter.code << "@cchc.vn\n\nStatus: " << status << "\n";
            auto context = post.office.system_account();
            MUST(take_bounces(context));
            const bool is_gone = post.by_id(letter.id).status == Status::permanent_failure;
            CHECK(house.on(Channel::sms).size() == (is_gone ? 1 : 0));
            CHECK(is_gone == (std::string_view(status) == "5.1.1"));
        });
    }
}

TEST_CASE("who has no Zalo is told by letter, then by SMS; who has no number, by letter")
{
    in_reached_house([](House& house) {
        auto& post = house.post;
        Zalo zalo;
        zalo.connect(post);
        testing::approve_form(post);
        zalo.message_error = "-118";
        const auto form = house.remind(Channel::zalo);
        for (int step = 0; step < 4; ++step) post.run();
        CHECK((post.by_id(form.id).handed_to == Channel::email));
        REQUIRE(house.on(Channel::email).size() == 1);
        const auto letter = house.on(Channel::email).front();
        CHECK((letter.took_over_from == Channel::zalo));
        CHECK((letter.handed_to == Channel::sms));
        REQUIRE(house.on(Channel::sms).size() == 1);
        CHECK(house.on(Channel::sms).front().status == Status::sent);
        CHECK(house.on(Channel::zalo).size() == 1);
    });
    in_house([](House& house) {
        house.refuse_letters("");
        CHECK(house.remind(Channel::sms).error == "notification.reason.no_address");
        CHECK((house.on(Channel::sms).front().handed_to == Channel::email));
        house.post.run();
        CHECK(house.on(Channel::email).front().status == Status::sent);
    });
}

TEST_CASE("the code that proves a number goes to that number alone")
{
    in_house([](House& house) {
        auto& post = house.post;
        auto context = post.office.person(house.nga);
        auto transaction = MUST(context.begin());
        CHECK(MUST(set_number(context, transaction, house.nga, "0987 654 321")));
        MUST(transaction.commit());
        const auto code = post.newest();
        CHECK(code.channel == Channel::sms);
        post.run();
        report(house, code, "2");
        CHECK(post.by_id(code.id).status == Status::permanent_failure);
        CHECK(post.list().size() == 1);
    });
}

}  // namespace caicach::notification
