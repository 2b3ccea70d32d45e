#include "net/mail.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "net/test/mail_host.hpp"

namespace caicach::net
{
namespace
{

MailServer server_at(std::string url)
{
    return {.url = std::move(url),
            .requires_tls = false,
            .from = "cchc@songlam.example",
            .from_name = "Cải cách hành chính"};
}

Mail letter_to(std::string recipient)
{
    return {.to = std::move(recipient),
            .subject = "Lời mời đặt mật khẩu",
            .text = "Kính gửi bà Nga",
            .id = "7KQ2M9",
            .at = instant_from_iso("2026-11-21T02:05:09.000000Z")};
}

}  // namespace

TEST_CASE("a letter's head is ASCII in short lines, and says who, when and which letter")
{
    auto letter = letter_to("nga@songlam.example");
    letter.subject = "Lời mời đặt mật khẩu vào hệ thống cải cách hành chính tỉnh Sông Lam";
    const auto head = MUST(mail_head(server_at("smtp://127.0.0.1"), letter));
    CHECK(head.at(0) == "Date: Sat, 21 Nov 2026 09:05:09 +0700");
    CHECK(head.at(1) ==
          "From: =?UTF-8?Q?C=E1=BA=A3i_c=C3=A1ch_h=C3=A0nh_ch=C3=ADnh?= <cchc@songlam.example>");
    CHECK(head.at(2) == "To: <nga@songlam.example>");
    CHECK(head.at(3).starts_with("Subject: =?UTF-8?Q?L=E1=BB=9Di_m=E1=BB=9Di"));
    CHECK(head.at(4) == "Message-ID: <7KQ2M9@songlam.example>");
    CHECK(head.at(5) == "Auto-Submitted: auto-generated");
    for (const auto& line : head) {
        CHECK(std::ranges::all_of(line, [](char byte) { return byte > 0; }));
        for (std::size_t begin = 0; begin < line.size();) {
            const auto end = std::min(line.find("\r\n", begin), line.size());
            CHECK(end - begin <= 90);  // "Subject: " and one encoded word
            begin = end + 2;
        }
    }
}

TEST_CASE("what would end a line or name a second receiver is refused")
{
    const auto server = server_at("smtp://127.0.0.1");
    for (const auto* recipient :
         {"", "nga", "@songlam.example", "nga@", "a@b@c", "nga@x.vn\r\nBcc: b@x.vn",
          "a@x.vn, b@x.vn", "<a@x.vn>", "ngà@x.vn"}) {
        CAPTURE(recipient);
        const auto refused = mail_head(server, letter_to(recipient));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "net.mail.malformed");
        CHECK(refused.error().field == "to");
    }
    auto letter = letter_to("nga@songlam.example");
    letter.subject = "Một\r\nBcc: b@x.vn";
    CHECK(mail_head(server, letter).error().field == "subject");
    CHECK(mail_head({.from = "nobody"}, letter_to("a@x.vn")).error().field == "from");
    CHECK_FALSE(is_mail_address(std::string(250, 'a') + "@x.vn"));
    CHECK(is_mail_address("nga.be+cchc@songlam.example"));
}

TEST_CASE("a letter that may be refused says where with one click, and comes back under its name")
{
    const auto server = server_at("smtp://127.0.0.1");
    auto letter = letter_to("nga@songlam.example");
    letter.unsubscribe_url = "https://cchc.songlam.example/thong-bao/ngung/abc";
    const auto head = MUST(mail_head(server, letter));
    CHECK(head.at(6) == "List-Unsubscribe: <https://cchc.songlam.example/thong-bao/ngung/abc>");
    CHECK(head.at(7) == "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    for (const auto* url : {"https://x.vn/>", "https://x.vn/ a", "https://x.vn/\r\nBcc: b@x.vn"}) {
        letter.unsubscribe_url = url;
        CHECK(mail_head(server, letter).error().field == "unsubscribe_url");
    }
    letter = letter_to("nga@songlam.example");
    letter.envelope_from = "tra lai@x.vn";
    CHECK(mail_head(server, letter).error().field == "envelope_from");
}

TEST_CASE("a server that is not there, or no mail server, is a reason to try later")
{
    for (const auto* url : {"smtp://127.0.0.1:9", "http://127.0.0.1:9"}) {
        CAPTURE(url);
        const auto sent = send_mail(server_at(url), letter_to("nga@songlam.example"));
        REQUIRE_FALSE(sent);
        CHECK(sent.error().kind == Failure::unavailable);
        CHECK(sent.error().key == "net.mail.unreachable");
    }
}

TEST_CASE("a server that wants nobody has said nothing about the letter")
{
    for (const auto* line : {"554 no service here", "421 too busy"}) {
        CAPTURE(line);
        testing::MailHost host;
        host.say("", line);
        const auto sent = send_mail(server_at(host.url()), letter_to("nga@songlam.example"));
        REQUIRE_FALSE(sent);
        CHECK(sent.error().kind == Failure::unavailable);
        CHECK(sent.error().key == "net.mail.unreachable");
    }
}

TEST_CASE("a refusal is about what the server was just told: the sender, the receiver, the text")
{
    struct Case {
        std::string command{};
        std::string answer{};
        Failure kind{};
        std::string key{};
    };
    const std::vector<Case> cases{
        {"MAIL", "550 5.7.1 not your sender", Failure::forbidden, "net.mail.sender_refused"},
        {"MAIL", "451 4.7.1 later", Failure::unavailable, "net.mail.unreachable"},
        {"RCPT", "550 5.1.1 nobody", Failure::invalid, "net.mail.refused"},
        {"RCPT", "450 4.2.2 the box is full", Failure::unavailable, "net.mail.receiver_later"},
        {"RCPT", "550 nobody of that name", Failure::invalid, "net.mail.refused"},
        {"RCPT", "550 5.7.1 your host is on a list", Failure::forbidden, "net.mail.text_refused"},
        {"RCPT", "554 not from you", Failure::forbidden, "net.mail.text_refused"},
        {"RCPT", "552 5.2.2 the box is full", Failure::unavailable, "net.mail.receiver_later"},
        {"RCPT", "550 5.4.4 no way there", Failure::unavailable, "net.mail.receiver_later"},
        {".", "550 5.1.1 nobody after all", Failure::invalid, "net.mail.refused"},
        {".", "552 5.2.2 the box is full", Failure::unavailable, "net.mail.receiver_later"},
        {".", "552 that is too long", Failure::forbidden, "net.mail.text_refused"},
        {"DATA", "554 5.7.1 not this", Failure::forbidden, "net.mail.text_refused"},
        {".", "554 5.7.1 looks like advertising", Failure::forbidden, "net.mail.text_refused"},
        {".", "451 4.3.0 later", Failure::unavailable, "net.mail.unreachable"}};
    for (const auto& [command, answer, kind, key] : cases) {
        CAPTURE(command);
        CAPTURE(answer);
        testing::MailHost host;
        host.say(command, answer);
        const auto sent = send_mail(server_at(host.url()), letter_to("nga@songlam.example"));
        REQUIRE_FALSE(sent);
        CHECK(sent.error().kind == kind);
        CHECK(sent.error().key == key);
        CHECK(host.letters().empty());
        host.say(command, "");
        CHECK(send_mail(server_at(host.url()), letter_to("nga@songlam.example")));
        CHECK(host.letters().size() == 1);
    }
}

TEST_CASE("a line that stays open tells each letter's refusal for itself")
{
    testing::MailHost host;
    MailConnection line(server_at(host.url()));
    CHECK(line.send(letter_to("nga@songlam.example")));
    host.say("RCPT", "550 5.1.1 nobody");
    CHECK(line.send(letter_to("khong-ai@songlam.example")).error().key == "net.mail.refused");
    host.say("RCPT", "");
    host.say("MAIL", "550 5.7.1 no more");
    CHECK(line.send(letter_to("nga@songlam.example")).error().key == "net.mail.sender_refused");
    host.say("MAIL", "");
    CHECK(line.send(letter_to("nga@songlam.example")));
    CHECK(host.letters().size() == 2);
}

}  // namespace caicach::net
