#include "personal_data/consent.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "crypto/crypto.hpp"
#include "json/value.hpp"
#include "manifest/row_days.hpp"
#include "personal_data/api.hpp"
#include "personal_data/limits.hpp"
#include "personal_data/reference_data.hpp"
#include "personal_data/reference_files.hpp"
#include "personal_data/sql.hpp"

namespace caicach::personal_data
{

namespace
{

struct ConsentTag;
using ConsentId = Id<ConsentTag>;

Consent consent_of(const database::Row& row)
{
    return {.purpose = row.string("purpose"),
            .wording = row.integer("wording"),
            .wording_hash = row.string("wording_hash"),
            .is_given = row.boolean("is_given"),
            .at = row.instant("at")};
}

std::int64_t number_in(std::string_view text)
{
    std::int64_t number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<const Choice*> choice_of(const std::vector<Choice>& choices, std::string_view purpose)
{
    for (const auto& choice : choices)
        if (choice.purpose.key == purpose) return &choice;
    return failure(Failure::not_found, "personal_data.purpose.unknown");
}

Result<Purpose> purpose_in(const text::Table& table, const text::Table::Row& row)
{
    Purpose purpose{.wording = number_in(table.at(row, "wording"))};
    purpose.key = TRY(text::required_text(table, row, "purpose"));
    purpose.title = TRY(text::required_text(table, row, "title"));
    purpose.text = TRY(text::required_text(table, row, "text"));
    if (purpose.wording < 1)
        return text::malformed_field(row.line, "wording", table.at(row, "wording"));
    return purpose;
}

/// The program asks for these by name.
Result<void> check_purposes(const text::Table& table)
{
    TRY(check_rows<Purpose>(table, purpose_in));
    const auto built_in = TRY(text::Table::parse(reference_data::consent_purposes));
    for (const auto& row : built_in.rows())
        TRY(text::require_unended(table, "purpose", built_in.at(row, "purpose")));
    return {};
}

}  // namespace

std::string Purpose::hash() const { return crypto::sha256_hex(title + "\n" + text); }

text::ReferenceFile consent_purposes_file()
{
    return {"consent_purposes.csv", reference_data::consent_purposes, check_purposes};
}

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{clocks_file(), consent_purposes_file()};
    return files;
}

Result<std::vector<Purpose>> purposes_on(Date day)
{
    return rows_on<Purpose>(consent_purposes_file(), day, purpose_in);
}

Result<std::vector<Consent>> Consents::history(AccountId account)
{
    return m_transaction.all(sql::consents_of_account, consent_of, account,
                             limits::consents_per_account_max);
}

Result<std::vector<Choice>> Consents::choices(AccountId account, Date today)
{
    auto purposes = TRY(purposes_on(today));
    const auto said = TRY(history(account));
    std::vector<Choice> choices;
    for (auto& purpose : purposes) {
        Choice choice{.purpose = std::move(purpose)};
        const auto last = std::ranges::find(said, choice.purpose.key, &Consent::purpose);
        if (last != said.end()) choice.last = *last;
        choices.push_back(std::move(choice));
    }
    return choices;
}

Result<void> Consents::append(Context& context, AccountId account, const Purpose& purpose,
                              bool is_given)
{
    TRY(m_transaction.change_one(sql::insert_consent, make_id<ConsentId>(), account, purpose.key,
                                 purpose.wording, purpose.hash(), is_given, context.now()));
    const auto detail = json::dump(json::Value::object()
                                       .set("purpose", purpose.key)
                                       .set("wording", purpose.wording)
                                       .set("wording_sha256", purpose.hash()));
    return context.record(
        m_transaction, is_given ? "personal_data.consent.given" : "personal_data.consent.withdrawn",
        "account", account.value, detail);
}

Result<void> Consents::say(Context& context, AccountId account, const Saying& saying)
{
    const auto all = TRY(choices(account, context.today()));
    const auto* choice = TRY(choice_of(all, saying.purpose));
    if (saying.is_given && saying.wording != choice->purpose.wording)
        return failure(Failure::conflict, "personal_data.purpose.wording_changed");
    const bool has_yes = choice->last && choice->last->is_given;
    const bool is_said = saying.is_given ? choice->is_given() : !has_yes;
    if (is_said) return {};
    return append(context, account, choice->purpose, saying.is_given);
}

Result<void> Consents::withdraw_all(Context& context, AccountId account)
{
    const auto all = TRY(choices(account, context.today()));
    for (const auto& choice : all)
        if (choice.last && choice.last->is_given)
            TRY(append(context, account, choice.purpose, false));
    return {};
}

Result<bool> has_consent(database::Transaction& transaction, AccountId account,
                         std::string_view purpose, Date today)
{
    const auto all = TRY(Consents{transaction}.choices(account, today));
    const auto* choice = TRY(choice_of(all, purpose));
    return choice->is_given();
}

}  // namespace caicach::personal_data
