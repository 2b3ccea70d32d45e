#include "outgoing/document/numbering.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "outgoing/api.hpp"
#include "outgoing/checks.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/document/drafting.hpp"
#include "outgoing/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::outgoing
{
namespace
{

struct Room {
    Context& context;
    Series series{};
    identity::SignerId signer{};

    /// Does it in a transaction of its own.
    template <class Act>
    [[nodiscard]] auto in_one(const Act& act) const
        -> decltype(act(std::declval<database::Transaction&>()))
    {
        auto transaction = TRY(context.begin());
        auto done = act(transaction);
        if (done) TRY(transaction.commit());
        return done;
    }
    [[nodiscard]] NewDocument report() const
    {
        NewDocument wanted{.agency = series.agency, .kind = "bao_cao", .signer = signer};
        wanted.content.subject = "Kết quả quý I";
        wanted.content.body.emplace_back(document::official_paragraph("Đã làm xong."));
        wanted.source_module = "obligation";
        wanted.source_object = 42;
        return wanted;
    }
    [[nodiscard]] Result<Document> draft(const NewDocument& wanted) const
    {
        return in_one(
            [&](auto& transaction) { return draft_document(context, transaction, wanted); });
    }
    [[nodiscard]] Document draft() const { return MUST(draft(report())); }
    [[nodiscard]] Result<Document> renew(const Document& document, const NewDocument& wanted) const
    {
        return in_one([&](auto& transaction) {
            return renew_content(context, transaction, document, wanted);
        });
    }
    [[nodiscard]] Result<Document> number(const Document& document,
                                          const Numbering& numbering = {}) const
    {
        return in_one([&](auto& transaction) {
            return number_document(context, transaction, document, numbering);
        });
    }
    [[nodiscard]] Result<Document> replace(const Document& document) const
    {
        return in_one(
            [&](auto& transaction) { return draft_replacement(context, transaction, document); });
    }
    [[nodiscard]] Result<void> withdraw(const Document& document, const std::string& reason) const
    {
        return in_one([&](auto& transaction) {
            return withdraw_document(context, transaction, document, reason);
        });
    }
    [[nodiscard]] Document now(const Document& document) const
    {
        auto transaction = MUST(context.read());
        return MUST(DocumentStore{transaction}.find(document.code));
    }
    [[nodiscard]] document::OfficialDocument content(const Document& document) const
    {
        auto transaction = MUST(context.read());
        return MUST(DocumentStore{transaction}.content(document.id));
    }
};

void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        const caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.context = context,
                  .series = testing::series_of_agency(context, "SNV"),
                  .signer = testing::signer_of_agency(context, "SNV")};
        test(room);
    });
}

template <class Value>
std::string key_of(const Result<Value>& result)
{
    return result ? std::string{} : result.error().key;
}

}  // namespace

TEST_CASE("a draft bears the head of its agency, and is found by what it was made of")
{
    in_room([](Room& room) {
        auto wanted = room.report();
        wanted.content.issuer = "Ai đó";
        const auto document = MUST(room.draft(wanted));
        const auto content = room.content(document);
        CHECK(content.issuer == "Sở Nội vụ");
        CHECK(content.kind == "Báo cáo");
        CHECK(number_of(document) == "chưa có số");
        auto transaction = MUST(room.context.read());
        const auto found = MUST(documents_of(transaction, "obligation", 42));
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == document.id);
        CHECK(MUST(documents_of(transaction, "obligation", 43)).empty());
    });
}

TEST_CASE("a draft is refused without subject, of an unknown kind, and with a mark of secrecy")
{
    in_room([](Room& room) {
        auto wanted = room.report();
        wanted.kind = "thu_tay";
        CHECK(key_of(room.draft(wanted)) == "outgoing.kind.unknown");
        wanted = room.report();
        wanted.content.subject.clear();
        CHECK(key_of(room.draft(wanted)) == "outgoing.document.subject_missing");
        wanted.content.subject = "Báo cáo số 12 (Mật)";
        CHECK(key_of(room.draft(wanted)) == "outgoing.document.secret");
        wanted = room.report();
        wanted.signer = identity::SignerId{room.signer.value + 1};
        CHECK(key_of(room.draft(wanted)) == "outgoing.document.signer");
    });
}

TEST_CASE("without who signs it a document gets no number, unless its kind is signed by several")
{
    in_room([](Room& room) {
        auto wanted = room.report();
        wanted.signer.reset();
        const auto draft = MUST(room.draft(wanted));
        const auto day = *Date::create(2026, 2, 27);
        CHECK(key_of(room.number(draft)) == "outgoing.document.signer_missing");
        CHECK(key_of(room.number(draft, {.by_hand = 7, .issued_on = day})) ==
              "outgoing.document.signer_missing");
        CHECK(room.now(draft).state == DocumentState::draft);
        const auto numbered = MUST(room.number(draft, {.signer = room.signer}));
        CHECK(number_of(numbered) == "01/BC-SNV");  // nothing was counted for the refused ones
        CHECK(room.content(numbered).signature.name == "Lê Văn Tám");
        CHECK(room.content(numbered).signature.lines == std::vector<std::string>{"GIÁM ĐỐC"});
        for (const auto* kind : {"bien_ban", "hop_dong"}) {
            wanted.kind = kind;
            CHECK(room.number(MUST(room.draft(wanted))));
        }
    });
}

TEST_CASE("with its number a document stands as it is, and its number is nobody else's")
{
    in_room([](Room& room) {
        const auto draft = room.draft();
        const auto numbered = MUST(room.number(draft));
        CHECK(number_of(numbered) == "01/BC-SNV");
        CHECK(numbered.issued_on == room.context.today());
        CHECK(room.now(draft).state == DocumentState::numbered);
        CHECK(key_of(room.number(draft)) == "base.changed_meanwhile");
        CHECK(key_of(room.number(numbered)) == "outgoing.document.not_now");
        CHECK(key_of(room.renew(numbered, room.report())) == "outgoing.document.not_now");
        for (const auto* statement :
             {"UPDATE outgoing_document SET subject = 'khác'", "DELETE FROM outgoing_document"}) {
            auto transaction = MUST(room.context.begin());
            CHECK_FALSE(transaction.change(statement));
        }
        const auto second = MUST(room.number(room.draft()));
        CHECK(number_of(second) == "02/BC-SNV");
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a number of paper comes with its day, and is refused where it is taken or to come")
{
    in_room([](Room& room) {
        MUST(room.number(room.draft()));
        const auto draft = room.draft();
        const auto day = *Date::create(2026, 2, 27);
        CHECK(key_of(room.number(draft, {.by_hand = 1, .issued_on = day})) ==
              "outgoing.number.taken");
        CHECK(key_of(room.number(draft, {.by_hand = 9, .issued_on = day.plus_days(60)})) ==
              "outgoing.number.future");
        CHECK(key_of(room.number(draft, {.by_hand = 9, .issued_on = Date::create(2025, 2, 2)})) ==
              "outgoing.number.series");  // no series held then
        const auto numbered = MUST(room.number(draft, {.by_hand = 9, .issued_on = day}));
        CHECK(number_of(numbered) == "09/BC-SNV");
        CHECK(numbered.issued_on == day);
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("without a series that numbers its kind a document gets no number")
{
    in_room([](Room& room) {
        MUST(room.in_one([&](auto& transaction) {
            return end_series(room.context, transaction, room.series, *Date::create(2026, 3, 1));
        }));
        const auto draft = room.draft();
        CHECK(key_of(room.number(draft)) == "outgoing.number.series");
        CHECK(room.now(draft).state == DocumentState::draft);
    });
}

TEST_CASE("what a board issues stands under its name, within the agency whose seal it uses")
{
    in_room([](Room& room) {
        const auto board = MUST(room.in_one([&](auto& transaction) {
            return add_series(room.context, transaction,
                              {.agency = room.series.agency,
                               .name = "Sổ của Ban Chỉ đạo",
                               .symbol = "((loai))-BCĐ",
                               .board = "Ban Chỉ đạo cải cách hành chính",
                               .from = *Date::create(2026, 1, 1)});
        }));
        MUST(room.number(room.draft()));
        const auto numbered = MUST(room.number(room.draft(), {.series = board.code}));
        CHECK(number_of(numbered) == "01/BC-BCĐ");
        const auto content = room.content(numbered);
        CHECK(content.issuer == "Ban Chỉ đạo cải cách hành chính");
        CHECK(content.parent == "Sở Nội vụ");
        CHECK(key_of(room.number(room.draft(), {.series = "KHONG"})) == "outgoing.number.series");
    });
}

TEST_CASE("a replacement takes the place of the old document when it gets its own number")
{
    in_room([](Room& room) {
        const auto first = MUST(room.number(room.draft()));
        CHECK(key_of(room.replace(room.draft())) == "outgoing.document.not_now");
        const auto draft = MUST(room.replace(first));
        CHECK(draft.subject == first.subject);
        CHECK(key_of(room.replace(first)) == "outgoing.document.replaced_already");
        CHECK(room.now(first).state == DocumentState::numbered);
        const auto second = MUST(room.number(draft));
        CHECK(number_of(second) == "02/BC-SNV");
        CHECK(room.now(first).state == DocumentState::replaced);
        CHECK(number_of(room.now(first)) == "01/BC-SNV");
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a document that is withdrawn voids its number, with the reason")
{
    in_room([](Room& room) {
        const auto draft = room.draft();
        CHECK(key_of(room.withdraw(draft, "Nhầm")) == "outgoing.document.not_now");
        const auto numbered = MUST(room.number(draft));
        CHECK(key_of(room.withdraw(numbered, "")) == "outgoing.number.reason_missing");
        MUST(room.withdraw(numbered, "Sai thẩm quyền"));
        CHECK(room.now(draft).state == DocumentState::withdrawn);
        CHECK(room.now(draft).reason == "Sai thẩm quyền");
        auto transaction = MUST(room.context.read());
        const auto numbers = MUST(numbers_before(transaction, place_of(room.series, 2026), 10, 10));
        REQUIRE(numbers.size() == 1);
        CHECK(numbers.front().state == NumberState::voided);
        CHECK(MUST(check_numbers(room.context)).empty());
    });
}

TEST_CASE("a draft is changed by who saw it last, and discarded as long as it has no number")
{
    in_room([](Room& room) {
        const auto draft = room.draft();
        auto wanted = room.report();
        wanted.content.subject = "Kết quả quý II";
        const auto renewed = MUST(room.renew(draft, wanted));
        CHECK(room.now(draft).subject == "Kết quả quý II");
        CHECK(key_of(room.renew(draft, wanted)) == "base.changed_meanwhile");
        auto transaction = MUST(room.context.begin());
        MUST(discard_draft(room.context, transaction, renewed));
        CHECK(key_of(DocumentStore{transaction}.find(draft.code)) == "outgoing.document.not_found");
    });
}

TEST_CASE("a document whose number is not the series' one is named by the check")
{
    in_room([](Room& room) {
        const auto numbered = MUST(room.number(room.draft()));
        MUST(room.in_one([](auto& transaction) {
            return transaction.change("UPDATE outgoing_document SET state = 'withdrawn'");
        }));
        const auto problems = MUST(check_numbers(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().find(numbered.code) != std::string::npos);
    });
}

}  // namespace caicach::outgoing
