#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"

namespace caicach::personal_data
{

/// What data may be used for only where the person said yes, in the wording of a time: a row of
/// data/reference/consent_purposes.csv.
struct Purpose {
    std::string key{};
    std::int64_t wording{};  ///< its number
    std::string title{};
    std::string text{};

    /// SHA-256 of what was shown, to prove later what the yes was to.
    [[nodiscard]] std::string hash() const;
};
/// Those that hold on the day. invalid "text.table.malformed".
[[nodiscard]] Result<std::vector<Purpose>> purposes_on(Date day);

/// A yes, or its taking back.
struct Consent {
    std::string purpose{};
    std::int64_t wording{};
    std::string wording_hash{};
    bool is_given{};
    Instant at{};
};

/// A purpose, and what the person last said of it.
struct Choice {
    Purpose purpose{};
    std::optional<Consent> last{};

    /// A yes to this very wording.
    [[nodiscard]] bool is_given() const
    {
        return last && last->is_given && last->wording == purpose.wording;
    }
    /// A yes to words that hold no more.
    [[nodiscard]] bool is_outdated() const { return last && last->is_given && !is_given(); }
};

/// A yes to a purpose in the wording that was shown, or its taking back.
struct Saying {
    std::string_view purpose{};
    std::int64_t wording{};
    bool is_given{};
};

class Consents
{
public:
    explicit Consents(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Every word ever said, the latest first.
    [[nodiscard]] Result<std::vector<Consent>> history(AccountId account);
    /// One for each purpose of the day.
    [[nodiscard]] Result<std::vector<Choice>> choices(AccountId account, Date today);
    /// For `account`; twice the same is once. Records it. not_found
    /// "personal_data.purpose.unknown"; conflict "….wording_changed" for a yes to other words than
    /// hold now.
    [[nodiscard]] Result<void> say(Context& context, AccountId account, const Saying& saying);
    /// Takes back every yes.
    [[nodiscard]] Result<void> withdraw_all(Context& context, AccountId account);

private:
    [[nodiscard]] Result<void> append(Context& context, AccountId account, const Purpose& purpose,
                                      bool is_given);
    database::Transaction& m_transaction;
};

}  // namespace caicach::personal_data
