#include <doctest/doctest.h>

#include "channel/test/newsletter_office.hpp"
#include "document/printing.hpp"
#include "evidence/api.hpp"
#include "newsroom/testing.hpp"

namespace caicach::channel
{
namespace
{

using testing::NewsletterOffice;

bool says(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("an issue goes from its officer by the head to its readers, on the web and on paper")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(says(office.officer.get(path + "/xem-truoc"), "người đọc chưa thấy"));
    CHECK(says(office.head.get("/soan-ban-tin/cho-duyet"), "Bản tin tháng Ba"));
    CHECK(says(office.reader.get("/ban-tin"), "Chưa có số nào"));
    CHECK(office.post(office.head, path, "duyet") == 303);
    const auto issue = office.issue(path);
    CHECK(issue.state == IssueState::sent);
    CHECK(says(office.reader.get("/ban-tin"), "Số 1/2026: Bản tin tháng Ba"));
    const auto page = office.reader.get("/ban-tin/" + issue.slug);
    CHECK(page.status == 200);
    const auto& text = page.text();
    CHECK(text.find("Bài đứng trước") < text.find("Bài đứng sau"));
    CHECK(text.find("Bài đứng sau") != std::string::npos);
    const auto paper = office.reader.get("/ban-tin/" + issue.slug + "/ban-tin.pdf");
    CHECK(paper.status == 200);
    CHECK(paper.type == "application/pdf");
    const auto words = document::testing::words_of_pdf(paper.text());
    CHECK(words.find("SỞ Y TẾ") != std::string::npos);
    CHECK(words.find("Số 1/2026") != std::string::npos);
    CHECK(words.find("Xã đã giải quyết mọi hồ sơ.") != std::string::npos);
    CHECK(office.post(office.head, path, "duyet") == 409);
}

TEST_CASE("nobody approves what he composed, nor sees it without the right, nor another agency's")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.officer, path, "duyet") == 403);
    auto other = office.app.as(identity::Role::agency_head, "STP");
    CHECK(other.get(path).status == 403);
    CHECK(other.get(path + "/xem-truoc").status == 403);
    CHECK(other.get(path + "/ban-tin.pdf").status == 403);
    CHECK(office.post(other, path, "duyet") == 403);
    CHECK(office.reader.get(path).status != 200);
    CHECK(office.reader.get("/ban-tin/" + path.substr(path.rfind('/') + 1)).status == 404);
    // Who changed it last has written it, too, whoever began it.
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", "Thêm lời mở đầu"}}) == 303);
    CHECK(office.post(office.head, path, "noi-dung",
                      {{"title", "Bản tin của trưởng"}, {"opening", "Lời của tôi."}}) == 303);
    CHECK(office.post(office.head, path, "gui") == 303);
    CHECK(office.post(office.head, path, "duyet") == 403);
    CHECK(office.issue(path).state == IssueState::submitted);
}

TEST_CASE("what comes back says why; while it is before whoever approves nobody changes it")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.officer, path, "bai/bo", {{"article", "bai-dung-sau"}}) == 409);
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", ""}}) == 422);
    CHECK(office.post(office.head, path, "tra-lai", {{"reason", "Bỏ bài thứ hai"}}) == 303);
    CHECK(says(office.officer.get(path), "Bỏ bài thứ hai"));
    CHECK(office.post(office.officer, path, "bai/bo", {{"article", "bai-dung-sau"}}) == 303);
    CHECK(office.post(office.officer, path, "gui") == 303);
    CHECK(office.post(office.officer, path, "lay-lai") == 303);
    CHECK(office.issue(path).state == IssueState::draft);
    CHECK(office.post(office.officer, path, "bo") == 303);
    CHECK(office.officer.get(path).status == 404);
}

TEST_CASE("an approved issue goes out at its hour and not before, once")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.head, path, "duyet", {{"release_on", "14/03/2026"}}) == 422);
    CHECK(office.post(office.head, path, "duyet",
                      {{"release_on", "16/03/2026"}, {"release_hour", "7"}}) == 303);
    office.app.run_jobs();
    CHECK(office.issue(path).state == IssueState::approved);
    CHECK(says(office.reader.get("/ban-tin"), "Chưa có số nào"));
    constexpr std::int64_t day = 86'400;
    office.app.clock.pass_seconds(day);
    office.app.run_jobs();
    const auto issue = office.issue(path);
    CHECK(issue.state == IssueState::sent);
    office.app.run_jobs();
    auto context = office.app.system_context();
    auto transaction = MUST(context.read());
    CHECK(MUST(evidence::facts_of_object(transaction, "channel", issue.id.value)).size() == 1);
}

TEST_CASE("an issue of which all was taken off before its hour comes back and says so")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.head, path, "duyet",
                      {{"release_on", "16/03/2026"}, {"release_hour", "7"}}) == 303);
    auto context = office.app.system_context();
    for (const auto* slug : {"bai-dung-truoc", "bai-dung-sau"}) {
        const auto article = [&] {
            auto transaction = MUST(context.read());
            return MUST(newsroom::published_article(transaction, std::string_view{slug})).id;
        }();
        newsroom::testing::withdraw_article_of(context, article);
    }
    constexpr std::int64_t day = 86'400;
    office.app.clock.pass_seconds(day);
    office.app.run_jobs();
    CHECK(office.issue(path).state == IssueState::returned);
    auto officer = office.app.as(identity::Role::agency_officer, "SYT");
    CHECK(says(officer.get(path), "đã được gỡ trước giờ phát hành"));
}

TEST_CASE("a withdrawn article drops out of an issue that readers have, and the page says so")
{
    NewsletterOffice office;
    const auto path = office.submitted();
    CHECK(office.post(office.head, path, "duyet") == 303);
    auto context = office.app.system_context();
    const auto article = [&] {
        auto transaction = MUST(context.read());
        return MUST(newsroom::published_article(transaction, std::string_view{"bai-dung-sau"})).id;
    }();
    newsroom::testing::withdraw_article_of(context, article);
    const auto page = office.reader.get("/ban-tin/" + office.issue(path).slug);
    CHECK(says(page, "Một bài của số này đã được gỡ"));
    CHECK_FALSE(says(page, "Bài đứng sau"));
    CHECK(says(page, "Bài đứng trước"));
}

TEST_CASE("an article is added by the address that people copy; what is none is refused there")
{
    NewsletterOffice office;
    const auto path = office.begun();
    static_cast<void>(office.published("Bài ở trang"));
    const auto wrong = office.send(office.officer, path, "bai", {{"article", "/tin-bai/khong-co"}});
    CHECK(wrong.status == 422);
    CHECK(says(wrong, "Không có bài đã đăng ở địa chỉ này"));
    CHECK(office.post(office.officer, path, "bai",
                      {{"article", "https://cchc.example/tin-bai/bai-o-trang?x=1"}}) == 303);
    CHECK(office.post(office.officer, path, "bai/tieu-de",
                      {{"article", "bai-o-trang"}, {"headline", "Tiêu đề riêng của bản tin"}}) ==
          303);
    CHECK(says(office.officer.get(path + "/xem-truoc"), "Tiêu đề riêng của bản tin"));
    CHECK(office.officer.post(path + "/bai/len", {{"article", "bai-o-trang"}, {"version", "1"}})
              .status == 303);
    CHECK(office.officer.post(path + "/bai/bo", {{"article", "bai-o-trang"}, {"version", "1"}})
              .status == 409);
}

}  // namespace caicach::channel
