#include "notification/number/number.hpp"

#include "notification/limits.hpp"
#include "notification/test/post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::in_post_office;
using testing::PostOffice;

/// Somebody with a telephone, and a gateway that nothing reaches.
struct Owner {
    PostOffice& post;
    AccountId account{};

    explicit Owner(PostOffice& office) : post(office)
    {
        const auto root = post.office.agency("Ủy ban nhân dân tỉnh", "provincial_committee");
        account = post.office.account("Bế Thu Nga", root);
        post.use_gateway("http://127.0.0.1:9");
    }
    [[nodiscard]] Result<bool> type(std::string_view number) const
    {
        auto context = post.office.person(account);
        auto transaction = MUST(context.begin());
        const auto sent = TRY(set_number(context, transaction, account, number));
        MUST(transaction.commit());
        return sent;
    }
    [[nodiscard]] Proof prove(std::string_view code) const
    {
        auto context = post.office.person(account);
        auto transaction = MUST(context.begin());
        const auto proof = MUST(prove_number(context, transaction, account, code));
        MUST(transaction.commit());
        return proof;
    }
    [[nodiscard]] Number number() const
    {
        auto transaction = MUST(post.office.services.database->read());
        return MUST(number_of(transaction, account));
    }
};

std::string another(std::string code)
{
    code.back() = code.back() == '0' ? '1' : '0';
    return code;
}

}  // namespace

TEST_CASE("a number counts once its code came back; until then the old one does")
{
    in_post_office([](PostOffice& post) {
        const Owner owner(post);
        CHECK(MUST(owner.type("0987 654 321")));
        const auto asked = post.newest();
        CHECK(asked.address == "84987654321");
        CHECK(asked.status == Status::created);
        CHECK(owner.number().proven.empty());
        CHECK(owner.prove(another(post.code_sent())) == Proof::wrong);
        CHECK(owner.prove("") == Proof::wrong);
        CHECK(owner.prove(post.code_sent()) == Proof::proven);
        CHECK(owner.number().proven == "84987654321");
        CHECK(owner.prove(post.code_sent()) == Proof::over);
        CHECK(MUST(owner.type("0911 111 111")));
        CHECK(owner.number().proven == "84987654321");
        CHECK(owner.number().typed() == "84911111111");
        CHECK_FALSE(MUST(owner.type("0987654321")));
        CHECK(owner.number().waiting.empty());
        CHECK_FALSE(MUST(owner.type("")));
        CHECK(owner.number().typed().empty());
        CHECK(post.office.remembered.lines.back().starts_with("notification.number.forgotten"));
    });
}

TEST_CASE("a code is guessed five times at most, and lives a quarter of an hour")
{
    in_post_office([](PostOffice& post) {
        const Owner owner(post);
        MUST(owner.type("0987654321"));
        const auto code = post.code_sent();
        for (int at = 1; at < limits::code_tries_max; ++at)
            CHECK(owner.prove(another(code)) == Proof::wrong);
        CHECK(owner.prove(another(code)) == Proof::over);
        CHECK(owner.prove(code) == Proof::over);
        CHECK(MUST(owner.type("0987654321")));
        post.office.clock.pass_seconds(limits::code_seconds);
        CHECK(owner.prove(post.code_sent()) == Proof::over);
        CHECK(owner.number().proven.empty());
    });
}

TEST_CASE("nobody has codes sent to strangers one after the other")
{
    in_post_office([](PostOffice& post) {
        const Owner owner(post);
        CHECK(owner.type("123").error().key == "notification.number.malformed");
        CHECK(MUST(owner.type("0987654321")));
        CHECK_FALSE(MUST(owner.type("0987654321")));
        CHECK(MUST(owner.type("0987654322")));
        CHECK(MUST(owner.type("0987654323")));
        const auto refused = owner.type("0987654324");
        CHECK(refused.error().key == "notification.number.too_many_codes");
        CHECK(refused.error().field == "number");
        CHECK(owner.number().waiting == "84987654323");
        post.office.clock.pass_seconds(limits::codes_seconds);
        CHECK(MUST(owner.type("0987654324")));
        CHECK(post.list().size() == 4);
    });
}

TEST_CASE("where no gateway is, no number is taken")
{
    in_post_office([](PostOffice& post) {
        const Owner owner(post);
        post.office.services.messaging.sms = {};
        CHECK(owner.type("0987654321").error().key == "notification.number.no_channel");
        CHECK(owner.number().typed().empty());
    });
}

TEST_CASE("numbers are read as people write them, and only mobile ones of Vietnam")
{
    for (const auto* typed : {"0987654321", "+84 987 654 321", "84987654321", "098.765.4321"})
        CHECK(parse_number(typed) == "84987654321");
    for (const auto* typed : {"", "113", "0243 825 3536", "987654321", "09876543211", "0987+654321",
                              "+1 987 654 3210", "nga@songlam.vn"}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_number(typed));
    }
}

}  // namespace caicach::notification
