#include "identity/second_factor/recovery_code.hpp"

#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group_length = 4;

/// As meant: people copy an O for a zero and write small letters.
char read_as(char c)
{
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}

}  // namespace

std::string make_recovery_code()
{
    std::string code;
    for (const char byte : crypto::random_bytes(limits::recovery_code_length)) {
        const bool begins_group = !code.empty() && code.size() % (group_length + 1) == group_length;
        if (begins_group) code += '-';
        code += letters[static_cast<unsigned char>(byte) % letters.size()];
    }
    return code;
}

std::optional<std::string> parse_recovery_code(std::string_view typed)
{
    if (typed.size() > limits::typed_code_length_max) return std::nullopt;
    std::string code;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        code += read_as(c);
    }
    const bool is_one = code.size() == limits::recovery_code_length &&
                        code.find_first_not_of(letters) == std::string::npos;
    if (!is_one) return std::nullopt;
    return code;
}

Result<std::vector<std::string>> RecoveryCodeStore::renew(AccountId account)
{
    TRY(remove(account));
    std::vector<std::string> codes;
    for (int count = 0; count < limits::recovery_codes; ++count) {
        codes.push_back(make_recovery_code());
        const auto code = parse_recovery_code(codes.back());
        VERIFY(code);
        TRY(m_transaction.change_one(sql::insert_recovery_code, account,
                                     crypto::sha256_hex(*code)));
    }
    return codes;
}

Result<bool> RecoveryCodeStore::use(AccountId account, std::string_view typed, Instant now)
{
    const auto code = parse_recovery_code(typed);
    if (!code) return false;
    // The WHERE decides between two who send it at once.
    const auto used =
        TRY(m_transaction.change(sql::use_recovery_code, account, crypto::sha256_hex(*code), now));
    return used > 0;
}

Result<std::int64_t> RecoveryCodeStore::left(AccountId account)
{
    const auto read = [](const database::Row& row) { return row.integer("codes"); };
    return m_transaction.one(sql::count_recovery_codes, read, account);
}

Result<void> RecoveryCodeStore::remove(AccountId account)
{
    TRY(m_transaction.change(sql::delete_recovery_codes, account));
    return {};
}

}  // namespace caicach::identity
