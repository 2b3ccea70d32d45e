#include "notification/number/number.hpp"

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "notification/api.hpp"
#include "notification/limits.hpp"
#include "notification/sending/carrier.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::size_t national_digits = 9;  // of a mobile number, behind 0 or +84
constexpr std::size_t code_digits = 6;
constexpr std::string_view code_template = "notification.number_code";

Number number_from(const database::Row& row)
{
    return {.proven = row.string("number"),
            .waiting = row.string("waiting"),
            .code_hash = row.string("code_hash"),
            .code_until = row.instant("code_until"),
            .tries = row.integer("tries"),
            .codes_sent = row.integer("codes_sent"),
            .codes_since = row.instant("codes_since")};
}

Result<void> save(Context& context, database::Transaction& transaction, AccountId account,
                  const Number& number)
{
    return transaction.change_one(sql::save_number, account, number.proven, number.waiting,
                                  number.code_hash, number.code_until, number.tries,
                                  number.codes_sent, number.codes_since, context.now());
}

std::string random_digits()
{
    constexpr unsigned fair = 250;  // of a byte: above, low digits would be likelier
    std::string digits;
    while (digits.size() < code_digits) {
        for (const char random : crypto::random_bytes(code_digits)) {
            const auto byte = static_cast<unsigned char>(random);
            if (byte < fair && digits.size() < code_digits)
                digits += static_cast<char>('0' + byte % 10);
        }
    }
    return digits;
}

std::string hash_of(AccountId account, std::string_view number, std::string_view code)
{
    return crypto::sha256_hex(std::to_string(account.value) + "/" + std::string(number) + "/" +
                              std::string(code));
}

/// SMS where it is on, as every telephone takes it.
std::optional<Channel> channel_for_codes(const Services& services)
{
    for (const auto channel : {Channel::sms, Channel::zalo})
        if (is_on(services, channel)) return channel;
    return {};
}

/// Few codes an hour: they cost money, and their receiver may never have asked for one.
Result<void> count_code(Number& number, Instant now)
{
    if (number.codes_since + limits::codes_seconds <= now) {
        number.codes_since = now;
        number.codes_sent = 0;
    }
    if (number.codes_sent >= limits::codes_max)
        return failure(Failure::conflict, "notification.number.too_many_codes", "number");
    ++number.codes_sent;
    return {};
}

}  // namespace

Result<Number> number_of(database::Transaction& transaction, AccountId account)
{
    auto number = TRY(transaction.maybe_one(sql::number_of_account, number_from, account));
    return std::move(number).value_or(Number{});
}

Result<bool> set_number(Context& context, database::Transaction& transaction, AccountId account,
                        std::string_view typed)
{
    auto number = TRY(number_of(transaction, account));
    if (typed.empty()) {
        if (number.typed().empty()) return false;
        TRY(transaction.change(sql::forget_number, account));
        TRY(context.record(transaction, "notification.number.forgotten", "account", account.value));
        return false;
    }
    const auto wanted = parse_number(typed);
    if (!wanted) return failure(Failure::invalid, "notification.number.malformed", "number");
    const auto now = context.now();
    if (*wanted == number.proven) {
        number.waiting.clear();
        TRY(save(context, transaction, account, number));
        return false;
    }
    const bool is_under_way = *wanted == number.waiting && now < number.code_until &&
                              number.tries < limits::code_tries_max;
    if (is_under_way) return false;
    const auto channel = channel_for_codes(context.services());
    if (!channel) return failure(Failure::invalid, "notification.number.no_channel", "number");
    TRY(count_code(number, now));
    const auto code = random_digits();
    number.waiting = *wanted;
    number.code_hash = hash_of(account, *wanted, code);
    number.code_until = now + limits::code_seconds;
    number.tries = 0;
    TRY(save(context, transaction, account, number));
    TRY(send(context, transaction,
             {.channel = *channel,
              .template_key = std::string(code_template),
              .account = account,
              .address = *wanted,
              .variables = {{"ma", code}},
              .key = std::string(code_template) + "/" + std::to_string(account.value) + "/" +
                     to_iso(number.codes_since) + "/" + std::to_string(number.codes_sent),
              .expires_at = number.code_until}));
    return true;
}

Result<Proof> prove_number(Context& context, database::Transaction& transaction, AccountId account,
                           std::string_view code)
{
    auto number = TRY(number_of(transaction, account));
    const bool is_open = !number.waiting.empty() && context.now() < number.code_until &&
                         number.tries < limits::code_tries_max;
    if (!is_open) return Proof::over;
    if (hash_of(account, number.waiting, code) != number.code_hash) {
        ++number.tries;
        TRY(save(context, transaction, account, number));
        return number.tries < limits::code_tries_max ? Proof::wrong : Proof::over;
    }
    number.proven = std::move(number.waiting);
    number.waiting.clear();
    number.code_hash.clear();
    TRY(save(context, transaction, account, number));
    TRY(context.record(transaction, "notification.number.given", "account", account.value));
    return Proof::proven;
}

std::optional<std::string> parse_number(std::string_view typed)
{
    std::string digits;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != ' ' && c != '.' && c != '-' && !(c == '+' && digits.empty())) {
            return {};
        }
    }
    if (digits.starts_with("84")) {
        digits.erase(0, 2);
    } else if (digits.starts_with("0")) {
        digits.erase(0, 1);
    } else {
        return {};
    }
    const bool is_mobile = digits.size() == national_digits &&
                           std::string_view("35789").find(digits.front()) != std::string_view::npos;
    if (!is_mobile) return {};
    return "84" + digits;
}

}  // namespace caicach::notification
