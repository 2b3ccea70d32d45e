#include "notification/sending/bounces.hpp"

#include <filesystem>
#include <fstream>

#include "post_office.hpp"

namespace caicach::notification
{
namespace
{

using testing::hour;
using testing::in_post_office;
using testing::PostOffice;

constexpr std::string_view box = "tra-lai@cchc.vn";

std::string report(const std::string& code, std::string_view status, std::string_view answer = "")
{
    return "Delivered-To: tra-lai+" + code +
           "@cchc.vn\nSubject: Undelivered\nContent-Type: multipart/report\n\n"
           "Final-Recipient: rfc822; nga@songlam.vn\nAction: failed\nStatus: " +
           std::string(status) + "\n" + std::string(answer);
}

/// Where the mail server lays what comes back.
std::string open_box(PostOffice& post)
{
    namespace fs = std::filesystem;
    auto& messaging = post.office.services.messaging;
    messaging.bounce_address = box;
    messaging.bounce_folder = post.office.services.data_folder + "/maildir";
    fs::create_directories(messaging.bounce_folder + "/new");
    fs::create_directories(messaging.bounce_folder + "/cur");
    return messaging.bounce_folder;
}

}  // namespace

TEST_CASE("a report tells which letter came back, and whether for good")
{
    in_post_office([](PostOffice& post) {
        const auto real = post.post().code;
        const auto bounce = parse_bounce(report(real, "5.1.1"), box);
        REQUIRE(bounce);
        CHECK(bounce->code == real);
        CHECK((bounce->refusal == net::MailRefusal::address));
        CHECK_FALSE(parse_bounce(report(real, "4.4.1"), box)->refusal);
        const auto later = report(real, "5.2.2\r") + "Status: 4.2.2\n";
        CHECK((parse_bounce("Status: RO\n" + later, box)->refusal == net::MailRefusal::later));
        CHECK_FALSE(parse_bounce("Delivered-To: tra-lai+" + real + "@cchc.vn\n\nĐi vắng\n", box));
        CHECK_FALSE(parse_bounce(report(real, "5.1.1"), "khac@cchc.vn"));
        CHECK_FALSE(parse_bounce(report(real, "5.1.1"), ""));
        CHECK_FALSE(parse_bounce(report("khong-phai", "5.1.1"), box));
        CHECK_FALSE(parse_bounce("tra-lai+", box));
    });
}

TEST_CASE("a letter that came back is marked, and its report is not read again")
{
    in_post_office([](PostOffice& post) {
        namespace fs = std::filesystem;
        const auto folder = open_box(post);
        const auto letter = post.post();
        post.pretend_sending(letter);
        std::ofstream(folder + "/new/1") << report(letter.code, "5.1.1");
        std::ofstream(folder + "/new/2") << "Subject: quảng cáo\n\n";
        post.run(hour / 20);
        CHECK(post.by_id(letter.id).status == Status::permanent_failure);
        CHECK(post.by_id(letter.id).error == "notification.mail.came_back");
        CHECK(fs::is_empty(folder + "/new"));
        CHECK(fs::exists(folder + "/cur/1:2,S"));
    });
}

TEST_CASE("what came back for a full box or a policy does not make its address a wrong one")
{
    in_post_office([](PostOffice& post) {
        const auto folder = open_box(post);
        struct Case {
            std::string_view status{};
            std::string_view answer{};
            Status made{};
            std::string_view error{};
        };
        constexpr auto wrong = Status::permanent_failure;
        for (const auto& [status, answer, made, error] :
             {Case{"5.1.1", "", wrong, "notification.mail.came_back"},
              Case{"5.1.10", "", wrong, "notification.mail.came_back"},
              Case{"5.2.1", "", wrong, "notification.mail.came_back"},
              Case{"5.2.2", "", Status::temporary_failure, "notification.mail.box_full"},
              Case{"5.3.0", "", Status::temporary_failure, "notification.mail.box_full"},
              Case{"5.4.7", "", Status::temporary_failure, "notification.mail.box_full"},
              Case{"5.6.1", "", Status::technical_failure, "notification.mail.turned_away"},
              Case{"5.7.1", "Diagnostic-Code: smtp; 550 5.1.1 nobody\n", Status::technical_failure,
                   "notification.mail.turned_away"},
              Case{"5.0.0", "", Status::technical_failure, "notification.mail.turned_away"},
              Case{"5.0.0", "Diagnostic-Code: smtp; 550 5.1.1 nobody\n", wrong,
                   "notification.mail.came_back"},
              Case{"5.0.0", "Diagnostic-Code: X-Unix; 77\n", Status::technical_failure,
                   "notification.mail.turned_away"},
              Case{"4.2.2", "", Status::sending, ""}}) {
            CAPTURE(status);
            CAPTURE(answer);
            const auto letter = post.post();
            post.pretend_sending(letter);
            std::ofstream(folder + "/new/" + letter.code) << report(letter.code, status, answer);
            auto context = post.office.system_account();
            MUST(take_bounces(context));
            CHECK(post.by_id(letter.id).status == made);
            CHECK(post.by_id(letter.id).error == error);
        }
    });
}

}  // namespace caicach::notification
