#include "crypto/crypto.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "crypto/password.hpp"
#include "crypto/public_code.hpp"
#include "crypto/signature.hpp"

namespace caicach::crypto
{

TEST_CASE("SHA-256 gives the standard's example, at once and piece by piece")
{
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(sha256_hex("abc") == expected);
    Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    CHECK(hex(hash.finish()) == expected);
}

TEST_CASE("a file is hashed without being held, and a missing file is named")
{
    const auto path =
        std::filesystem::temp_directory_path() / ("caicach-crypto-" + random_token(9));
    for (const std::size_t size : {0U, 1U, 64U * 1024, 128U * 1024, 200'000U}) {  // read in 64 KB
        const std::string content(size, 'x');
        std::ofstream(path) << content;
        CHECK(sha256_hex_of_file(path.string()) == sha256_hex(content));
    }
    const auto folder = sha256_hex_of_file(path.parent_path().string());
    REQUIRE(!folder);  // it opens, yet nothing can be read
    CHECK(folder.error().detail.find("cannot read") != std::string::npos);
    std::filesystem::remove(path);
    const auto missing = sha256_hex_of_file(path.string());
    REQUIRE(!missing);
    CHECK(missing.error().kind == Failure::not_found);
}

TEST_CASE("tokens are url-safe, long enough and never the same")
{
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = random_token(32);
        CHECK(token.size() == 43);
        CHECK(
            token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                    "-_") == std::string::npos);
        seen.insert(token);
    }
    CHECK(seen.size() == 1000);
}

TEST_CASE("secrets are equal only when every byte is")
{
    CHECK(constant_time_equal("mật khẩu", "mật khẩu"));
    CHECK_FALSE(constant_time_equal("mật khẩu", "mật khẩv"));
    CHECK_FALSE(constant_time_equal("mật", "mật khẩu"));
    CHECK(constant_time_equal("", ""));
}

TEST_CASE("a password is taken again and another one is not")
{
    const PasswordHasher hasher({.operations = 1, .memory_bytes = 8192});
    const std::string hash = MUST(hasher.hash("Đúng mật khẩu"));
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hasher.verify(hash, "Đúng mật khẩu"));
    CHECK_FALSE(hasher.verify(hash, "Sai mật khẩu"));
    CHECK_FALSE(hasher.verify("không phải mã băm", "Đúng mật khẩu"));
    CHECK_FALSE(hasher.needs_rehash(hash));
    CHECK(PasswordHasher({.operations = 2, .memory_bytes = 8192}).needs_rehash(hash));
    CHECK(hasher.hash(std::string(1025, 'a')).error().kind == Failure::too_large);
}

TEST_CASE("a signature holds for its message and key only")
{
    const SigningKey key = SigningKey::generate();
    Signature signature = key.sign("dòng nhật ký 1");
    CHECK(verify(key.public_key(), "dòng nhật ký 1", signature));
    CHECK_FALSE(verify(key.public_key(), "dòng nhật ký 2", signature));
    CHECK_FALSE(verify(SigningKey::generate().public_key(), "dòng nhật ký 1", signature));
    signature[5] ^= 1;
    CHECK_FALSE(verify(key.public_key(), "dòng nhật ký 1", signature));
}

TEST_CASE("a signing key comes back from its seed")
{
    const SigningKey key = SigningKey::generate();
    const auto again = SigningKey::from_seed(key.seed());
    REQUIRE(again);
    CHECK(again->public_key() == key.public_key());
    CHECK(verify(key.public_key(), "x", again->sign("x")));
    CHECK_FALSE(SigningKey::from_seed("short"));
}

TEST_CASE("a public code forgives how people write it")
{
    const std::string code = make_public_code();
    CHECK(code.size() == 11);
    CHECK(parse_public_code(code) == code);
    std::string typed;
    for (const char c : code) {
        const bool is_capital = c >= 'A' && c <= 'Z';
        typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(is_capital ? c + 32 : c);
        typed += typed.size() == 4 ? "-" : "";
    }
    CHECK(parse_public_code(typed) == code);
}

TEST_CASE("a public code with a mistyped or swapped character is refused")
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const std::string code = make_public_code();
    for (std::size_t i = 0; i < code.size(); ++i) {
        for (const char letter : letters) {
            std::string wrong = code;
            wrong[i] = letter;
            const bool is_blind_pair =
                (code[i] == '0' && letter == 'Z') || (code[i] == 'Z' && letter == '0');
            if (letter != code[i] && !is_blind_pair) CHECK_FALSE(is_public_code(wrong));
        }
    }
    CHECK_FALSE(is_public_code(""));
    CHECK_FALSE(is_public_code(code + "0"));
    CHECK_FALSE(is_public_code("ABCDE-FGHJ!"));
    CHECK_FALSE(is_public_code(std::string(1000, '0')));
}

TEST_CASE("hexadecimal digits become the bytes they were made of, and nothing else does")
{
    const std::string bytes("\x00\x7f\xff", 3);
    CHECK(bytes_from_hex(hex(bytes)) == bytes);
    CHECK(bytes_from_hex("") == "");
    CHECK_FALSE(bytes_from_hex("0"));
    CHECK_FALSE(bytes_from_hex("0g"));
    CHECK_FALSE(bytes_from_hex("FF"));
}

}  // namespace caicach::crypto
