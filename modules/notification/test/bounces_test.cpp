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

std::string report(const std::string& code, std::string_view status)
{
    return "Delivered-To: tra-lai+" + code +
           "@cchc.vn\nSubject: Undelivered\nContent-Type: multipart/report\n\n"
           "Final-Recipient: rfc822; nga@songlam.vn\nAction: failed\nStatus: " +
           std::string(status) + "\n";
}

}  // namespace

TEST_CASE("a report tells which letter came back, and whether for good")
{
    in_post_office([](PostOffice& post) {
        const auto real = post.post().code;
        const auto bounce = parse_bounce(report(real, "5.1.1"), box);
        REQUIRE(bounce);
        CHECK(bounce->code == real);
        CHECK(bounce->is_permanent);
        CHECK_FALSE(parse_bounce(report(real, "4.4.1"), box)->is_permanent);
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
        auto& messaging = post.office.services.messaging;
        messaging.bounce_address = box;
        messaging.bounce_folder = post.office.services.data_folder + "/maildir";
        fs::create_directories(messaging.bounce_folder + "/new");
        fs::create_directories(messaging.bounce_folder + "/cur");
        const auto letter = post.post();
        post.pretend_sending(letter);
        std::ofstream(messaging.bounce_folder + "/new/1") << report(letter.code, "5.1.1");
        std::ofstream(messaging.bounce_folder + "/new/2") << "Subject: quảng cáo\n\n";
        post.run(hour / 20);
        CHECK(post.by_id(letter.id).status == Status::permanent_failure);
        CHECK(post.by_id(letter.id).error == "notification.mail.came_back");
        CHECK(fs::is_empty(messaging.bounce_folder + "/new"));
        CHECK(fs::exists(messaging.bounce_folder + "/cur/1:2,S"));
    });
}

}  // namespace caicach::notification
