#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "attachment/store_handlers.hpp"
#include "attachment/walk.hpp"
#include "http/request.hpp"
#include "jobs/worker.hpp"
#include "room.hpp"

namespace caicach::attachment
{
namespace
{

Result<http::Response> ask(Room& room)
{
    text::Messages messages;
    room.services.messages = &messages;
    const auto request = MUST(http::Request::create({.target = "/kho-tep"}));
    auto context = room.context();
    return show_store(context, request);
}

void walk(Room& room)
{
    auto context = room.context();
    MUST(begin_walk(context));
    jobs::Worker worker(*room.services.database, room.clock);
    worker.register_kind(std::string(walk_job_kind), {}, [&](jobs::JobContext& job) {
        auto acting = room.context();
        return run_walk_job(acting, job);
    });
    worker.run_due();
}

}  // namespace

TEST_CASE("the page tells what is kept, when it was read last and that all is well")
{
    in_room([](Room& room) {
        attach(room, pdf_bytes("một"));
        const auto before = MUST(ask(room)).text();
        CHECK(before.find("chưa xong lần nào") != std::string::npos);
        CHECK(before.find("Mọi tệp đều còn") == std::string::npos);
        walk(room);
        const auto after = MUST(ask(room)).text();
        CHECK(after.find("xong ngày 15/03/2026: 1 nội dung, dưới 1 MB") != std::string::npos);
        CHECK(after.find("Mọi tệp đều còn và nguyên vẹn.") != std::string::npos);
        CHECK(after.find("chưa dùng") != std::string::npos);
    });
}

TEST_CASE("a damaged file stands on the page by its place, never by its name")
{
    in_room([](Room& room) {
        const auto gone = attach(room, pdf_bytes("mất"), "Đơn của ông Bách.pdf");
        std::filesystem::remove(path_of(room, gone));
        walk(room);
        const auto page = MUST(ask(room)).text();
        CHECK(page.find("files/" + gone.sha256.substr(0, 2) + "/" + gone.sha256.substr(2)) !=
              std::string::npos);
        CHECK(page.find("Thiếu tệp. Hãy chép lại từ bản sao lưu.") != std::string::npos);
        CHECK(page.find("Đơn của ông Bách") == std::string::npos);
        CHECK(page.find("Mọi tệp đều còn") == std::string::npos);
    });
}

TEST_CASE("a scanner that does not answer is said on the page")
{
    in_room([](Room& room) {
        room.services.virus_scanner = {.address = room.folder.path() + "/none", .seconds = 1};
        const auto page = MUST(ask(room)).text();
        CHECK(page.find("không trả lời. Hãy xem dịch vụ clamav-daemon") != std::string::npos);
    });
}

TEST_CASE("the page is for those who oversee the store")
{
    in_room([](Room& room) {
        room.authority.answer = false;
        const auto refused = ask(room);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
    });
}

}  // namespace caicach::attachment
