#include "identity/passwords/password_rules.hpp"

#include <doctest/doctest.h>

#include "identity/limits.hpp"

namespace caicach::identity
{
namespace
{

const ContextWords words{"Đàm Thu Hiền", "damthuhien", "Sở Nội vụ", "Sở NV", "tỉnh Sông Lam"};

std::string fault_of(std::string_view password)
{
    const auto checked = check_password(password, words, "password");
    if (checked) return {};
    CHECK(checked.error().field == "password");
    return checked.error().key;
}

}  // namespace

TEST_CASE("a password has eight characters at least; a sentence of 64 and more is welcome")
{
    CHECK(fault_of("Nắng vỡ") == "identity.password.too_short");
    CHECK(fault_of("mưa rơi1").empty());
    CHECK(fault_of("con trâu đi trước cái cày theo sau, mùa nào thức ấy, tháng giêng ăn chơi tháng "
                   "hai cờ bạc")
              .empty());
    CHECK(fault_of(std::string(limits::password_length_max + 1, 'x')) ==
          "identity.password.too_long");
}

TEST_CASE("nothing is asked about capitals, digits or signs")
{
    CHECK(fault_of("chuồn chuồn bay thấp").empty());
    CHECK(fault_of("9073 1846 2251").empty());
}

TEST_CASE("what guessers try first is refused, however it is written")
{
    for (const auto* password : {"password", "PassWord", "12345678", "qwertyuiop", "matkhau123",
                                 "aaaaaaaaaa", "abababababab", "iloveyou123", "anhyeuem"})
        CHECK(fault_of(password) == "identity.password.common");
}

TEST_CASE("the names around the person are no password, with or without diacritics")
{
    for (const auto* password :
         {"damthuhien", "Đàm Thu Hiền", "DamThuHien1", "songlam2026", "Sở Nội vụ 26",
          "cchc-songlam", "sonoivu@songlam", "cchc2026!!", "matkhausonoivu"})
        CHECK(fault_of(password) == "identity.password.context");
}

TEST_CASE("a sentence may well hold a name, if enough else stands in it")
{
    CHECK(fault_of("Sông Lam nước chảy đôi dòng").empty());
    CHECK(fault_of("hiền như hạt lúa củ khoai").empty());
}

TEST_CASE("a password is the same from every keyboard: composed or not")
{
    CHECK(password_in("mưa") == password_in("mu\u031Ba"));
}

}  // namespace caicach::identity
