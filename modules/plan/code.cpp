#include "plan/code.hpp"

#include "crypto/crypto.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t code_length = 10;

}  // namespace

std::string code_of(std::string_view kind, std::int64_t key)
{
    return code_of(std::string{kind} + " " + std::to_string(key));
}

std::string item_code(std::int64_t lineage) { return code_of("plan.item", lineage); }

std::string code_of(std::string_view text)
{
    return crypto::sha256_hex(text).substr(0, code_length);
}

}  // namespace caicach::plan
