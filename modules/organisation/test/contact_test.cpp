#include "organisation/contact.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "manifest/context.hpp"
#include "organisation/contact_handlers.hpp"
#include "organisation/messages.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;

void at_a_desk(const std::function<void(Desk&, Context&, AgencyId)>& test)
{
    caicach::testing::each_database(testing::migrations(), [&](database::Database& database) {
        Desk desk(database);
        MUST(desk.messages.add(messages::vi));
        auto context = desk.context_of({});
        MUST(load_reference(context));
        test(desk, context, testing::agency(context, "Sở Nội vụ"));
    });
}

std::string refusal_of(Context& context, AgencyId agency, std::string kind, std::string value)
{
    auto transaction = MUST(context.begin());
    const auto added =
        add_contact(context, transaction, agency,
                    {.kind = std::move(kind), .value = std::move(value), .from = context.today()});
    return added ? "added" : added.error().key.substr(sizeof "organisation.contact." - 1);
}

void add(Context& context, AgencyId agency, NewContact contact)
{
    auto transaction = MUST(context.begin());
    MUST(add_contact(context, transaction, agency, contact));
    MUST(transaction.commit());
}

std::vector<Contact> contacts(Context& context, AgencyId agency, Date day)
{
    auto transaction = MUST(context.read());
    return MUST(contacts_on(transaction, agency, day));
}

http::Request post(std::vector<http::Field> form)
{
    return MUST(http::Request::create(
        {.method = http::Method::post, .target = "/co-quan/lien-he", .form = std::move(form)}));
}

bool has(const http::Response& response, std::string_view text)
{
    return response.text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("contacts are shown in the order of their kinds, on the days on which they hold")
{
    at_a_desk([](Desk&, Context& context, AgencyId agency) {
        const auto last_year = context.today().plus_days(-365);
        add(context, agency, {"site", "", "https://sonoivu.songlam.gov.vn", last_year});
        add(context, agency, {"address", "", " Số 1  đường Trần Phú ", last_year});
        add(context, agency, {"address", "", "Số 1 đường Trần Phú", last_year});
        const auto held = contacts(context, agency, context.today());
        REQUIRE(held.size() == 2);
        CHECK(held[0].value == "Số 1 đường Trần Phú");
        CHECK(address_of(held[0]).empty());
        CHECK(address_of(held[1]) == "https://sonoivu.songlam.gov.vn");
        CHECK(contacts(context, agency, last_year.plus_days(-1)).empty());
    });
}

TEST_CASE("an ended contact stays in the past, one of today is gone")
{
    at_a_desk([](Desk& desk, Context& context, AgencyId agency) {
        const auto today = context.today();
        add(context, agency, {"hotline", "", "1022", today.plus_days(-30)});
        add(context, agency, {"hotline", "Bộ phận Một cửa", "0259 3822 999", today});
        CHECK(desk.recorder.lines.back() ==
              R"(organisation.contact.added {"after":{"kind":"hotline",)"
              R"("label":"Bộ phận Một cửa","value":"0259 3822 999"}})");
        for (const auto& contact : contacts(context, agency, today)) {
            auto transaction = MUST(context.begin());
            MUST(end_contact(context, transaction, agency, contact.id));
            MUST(transaction.commit());
        }
        CHECK(desk.recorder.lines.back().starts_with(
            R"(organisation.contact.ended {"before":{"kind":"hotline",)"));
        CHECK(contacts(context, agency, today).empty());
        const auto yesterday = contacts(context, agency, today.plus_days(-1));
        REQUIRE(yesterday.size() == 1);
        CHECK(yesterday[0].value == "1022");
        auto transaction = MUST(context.begin());
        CHECK(end_contact(context, transaction, agency, yesterday[0].id).error().kind ==
              Failure::not_found);
    });
}

TEST_CASE("a contact that nobody could use is refused")
{
    at_a_desk([](Desk&, Context& context, AgencyId agency) {
        CHECK(refusal_of(context, agency, "pigeon", "x") == "kind_unknown");
        CHECK(refusal_of(context, agency, "address", "  ") == "value_missing");
        CHECK(refusal_of(context, agency, "address", std::string(301, 'a')) == "too_long");
        for (const auto* number : {"12", "0259 3822 999 máy lẻ", "1234567890123456", "+"})
            CHECK(refusal_of(context, agency, "hotline", number) == "not_a_number");
        for (const auto* number : {"113", "1022", "+84.259.3822.999", "(0259) 3822-999"})
            CHECK(refusal_of(context, agency, "telephone", number) == "added");
        for (const auto* address : {"sonoivu", "@songlam.gov.vn", "a@b", "a b@c.vn", "a@b@c.vn"})
            CHECK(refusal_of(context, agency, "email", address) == "not_an_address");
        for (const auto* site : {"songlam.gov.vn", "javascript:alert(1)", "https://", "ftp://a.vn"})
            CHECK(refusal_of(context, agency, "site", site) == "not_a_site");
    });
}

TEST_CASE("the page adds and ends contacts; what is refused comes back with its fault")
{
    at_a_desk([](Desk& desk, Context& context, AgencyId agency) {
        const auto added = MUST(post_contact(
            context,
            post({{"agency", "so-noi-vu"}, {"kind", "email"}, {"value", "snv@songlam.gov.vn"}})));
        CHECK(added.status == 303);
        const auto refused = MUST(post_contact(
            context,
            post({{"agency", "so-noi-vu"}, {"kind", "hotline"}, {"value", "gọi <chị> Hoa"}})));
        CHECK(refused.status == 422);
        CHECK(has(refused, "Số điện thoại chưa đúng"));
        CHECK(has(refused, "value=\"gọi &lt;chị&gt; Hoa\""));
        CHECK(has(refused, "href=\"mailto:snv@songlam.gov.vn\""));

        const auto id = std::to_string(contacts(context, agency, context.today())[0].id.value);
        auto nobody = desk.context_of_nobody();
        const auto ending = post({{"agency", "so-noi-vu"}, {"contact", id}});
        CHECK(post_contact_ending(nobody, ending).error().kind == Failure::unauthenticated);
        testing::agency(context, "Sở Y tế");
        CHECK(post_contact_ending(context, post({{"agency", "so-y-te"}, {"contact", id}}))
                  .error()
                  .kind == Failure::not_found);
        CHECK(MUST(post_contact_ending(context, ending)).status == 303);
        CHECK(contacts(context, agency, context.today()).empty());
        desk.authority.answer = false;
        auto other = desk.context_of({});
        CHECK(post_contact(other,
                           post({{"agency", "so-noi-vu"}, {"kind", "hotline"}, {"value", "1022"}}))
                  .error()
                  .kind == Failure::forbidden);
    });
}

}  // namespace caicach::organisation
