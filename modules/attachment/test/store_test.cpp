#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "attachment/api.hpp"
#include "attachment/download_handlers.hpp"
#include "http/request.hpp"
#include "http/security_headers.hpp"
#include "room.hpp"
#include "zip_builder.hpp"

namespace caicach::attachment
{
namespace
{

Result<http::Response> ask_for(Room& room, const std::string& code)
{
    http::RequestParts parts;
    parts.target = "/tep/code";
    auto request = MUST(http::Request::create(std::move(parts)));
    request.set_path_parameters({{"code", code}});
    auto context = room.context();
    return download(context, request);
}

}  // namespace

TEST_CASE("a file is kept byte for byte under its hash, and found by id and by code")
{
    in_room([](Room& room) {
        const auto bytes = pdf_bytes("một hai ba");
        const auto added = attach(room, bytes, "Kế hoạch 2026.pdf");
        CHECK(added.sha256 == crypto::sha256_hex(bytes));
        const auto path = path_of(room, added);
        CHECK(path == room.folder.path() + "/files/" + added.sha256.substr(0, 2) + "/" +
                          added.sha256.substr(2));
        CHECK(MUST(crypto::sha256_hex_of_file(path)) == added.sha256);
        auto transaction = MUST(room.services.database->read());
        for (const auto& found :
             {MUST(find(transaction, added.id)), MUST(find_by_code(transaction, added.code))}) {
            CHECK(found.id == added.id);
            CHECK(found.name == "Kế hoạch 2026.pdf");
            CHECK(found.kind == FileKind::pdf);
            CHECK(found.bytes == static_cast<std::int64_t>(bytes.size()));
            CHECK(found.added_by == "Lục Văn Bách");
        }
        CHECK(room.recorder.lines.back().starts_with("attachment.added {\"sha256\":"));
        CHECK(room.recorder.lines.back().find("2026.pdf") == std::string::npos);
        CHECK(files_in(room, "/incoming") == 0);
    });
}

TEST_CASE("the same bytes twice are two attachments and one file")
{
    in_room([](Room& room) {
        const auto one = attach(room, pdf_bytes("x"), "một.pdf");
        const auto two = attach(room, pdf_bytes("x"), "hai.pdf");
        CHECK(one.id != two.id);
        CHECK(one.code != two.code);
        CHECK(path_of(room, one) == path_of(room, two));
        CHECK(files_in(room, "") == 1);
    });
}

TEST_CASE("a file taken back is gone, its content too unless another attachment shares it")
{
    in_room([](Room& room) {
        const auto one = attach(room, pdf_bytes("x"), "một.pdf");
        const auto two = attach(room, pdf_bytes("x"), "hai.pdf");
        auto context = room.context();
        const auto take_back = [&](AttachmentId id) {
            auto transaction = MUST(context.begin());
            MUST(remove(context, transaction, id));
            MUST(transaction.commit());
        };
        const auto contents = [&] {
            auto transaction = MUST(context.read());
            std::size_t count = 0;
            MUST(each_content(transaction, [&](const StoredContent&) -> Result<void> {
                ++count;
                return {};
            }));
            return count;
        };
        take_back(one.id);
        CHECK(contents() == 1);
        CHECK(room.recorder.lines.back().starts_with("attachment.removed {\"sha256\":"));
        {
            auto transaction = MUST(context.begin());
            CHECK(find(transaction, one.id).error().kind == Failure::not_found);
            CHECK(find(transaction, two.id));
            CHECK(remove(context, transaction, one.id).error().kind == Failure::not_found);
        }
        take_back(two.id);
        CHECK(contents() == 0);
        CHECK(problems(room).empty());
        CHECK(attach(room, pdf_bytes("x"), "ba.pdf").sha256 == one.sha256);
    });
}

TEST_CASE("each content is told once, with the place where it lies")
{
    in_room([](Room& room) {
        const auto one = attach(room, pdf_bytes("một"));
        attach(room, pdf_bytes("một"), "b.pdf");
        auto transaction = MUST(room.context().read());
        std::vector<StoredContent> contents;
        MUST(each_content(transaction, [&](const StoredContent& content) -> Result<void> {
            contents.push_back(content);
            return {};
        }));
        REQUIRE(contents.size() == 1);
        CHECK(contents[0].sha256 == one.sha256);
        CHECK(contents[0].bytes == one.bytes);
        CHECK(room.folder.path() + "/" + contents[0].path == path_of(room, one));
    });
}

TEST_CASE("keeping a file again mends what lay damaged under its name")
{
    in_room([](Room& room) {
        const auto added = attach(room, pdf_bytes("x"));
        std::ofstream(path_of(room, added)) << "khác";
        CHECK(problems(room).size() == 1);
        attach(room, pdf_bytes("x"));
        CHECK(problems(room).empty());
    });
}

TEST_CASE("what is rolled back leaves a file without a row, never a row without its file")
{
    in_room([](Room& room) {
        const auto kept = MUST(keep_bytes(room, pdf_bytes("x")));
        {
            auto context = room.context();
            auto given_up = MUST(context.begin());
            MUST(add(context, given_up, kept, 7));
        }
        CHECK(files_in(room, "") == 1);
        // Young ones may be in the middle of an upload.
        CHECK(problems(room).empty());
        room.clock.set_today(*Date::create(2099, 1, 1));
        const auto found = problems(room);
        REQUIRE(found.size() == 1);
        CHECK(found[0].find(kept.sha256.substr(2)) != std::string::npos);
        CHECK(found[0].find("không thuộc hồ sơ nào") != std::string::npos);
    });
}

TEST_CASE("the check names a missing file and changed bytes, and is silent otherwise")
{
    in_room([](Room& room) {
        CHECK(problems(room).empty());
        const auto gone = attach(room, pdf_bytes("mất"));
        const auto changed = attach(room, pdf_bytes("đổi"));
        attach(room, pdf_bytes("còn"));
        CHECK(problems(room).empty());
        std::filesystem::remove(path_of(room, gone));
        std::ofstream(path_of(room, changed), std::ios::app) << "!";
        const auto found = problems(room);
        REQUIRE(found.size() == 2);
        const auto all = found[0] + found[1];
        CHECK(all.find("Thiếu tệp") != std::string::npos);
        CHECK(all.find("đã bị thay đổi") != std::string::npos);
        CHECK(open_path(room.context(), gone.sha256).error().key == "attachment.file_missing");
    });
}

TEST_CASE("a file is judged by its bytes, whatever its name says")
{
    in_room([](Room& room) {
        const auto kept = MUST(keep_bytes(room, pdf_bytes(), "ảnh.png"));
        CHECK(kept.kind == FileKind::pdf);
        // Saved as a picture it would not open, and as "ảnh.html" it would open in a browser.
        CHECK(kept.name == "ảnh.png.pdf");
        CHECK(MUST(keep_bytes(room, "Kính gửi <script>", "thư.html")).name == "thư.html.txt");
        const auto refused = keep_bytes(room, "\x89PNG\r\n\x1A\n rest", "a.pdf");
        CHECK(refused.error().key == "attachment.kind_refused");
        CHECK(refused.error().field == "file");
        CHECK(keep_bytes(room, "<!doctype html><script>", "a.pdf").error().arguments.at(0) ==
              "trang web (.html, .svg)");
        CHECK(keep_bytes(room,
                         "\x7f"
                         "ELF\x01\x02\x03",
                         "a.pdf")
                  .error()
                  .key == "attachment.kind_unknown");
        CHECK(keep_bytes(room, "").error().key == "attachment.empty");
        CHECK(files_in(room, "/incoming") == 0);
    });
}

TEST_CASE("archives are refused unless the use asks for them")
{
    in_room([](Room& room) {
        const auto archive = zip_of({{.name = "a.txt", .content = "x"}});
        const auto refused = keep_bytes(room, archive, "a.docx");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "attachment.kind_refused");
        CHECK(refused.error().arguments.at(0) == "tệp nén (.zip)");
        auto asking = documents;
        asking.kinds.push_back(FileKind::zip);
        CHECK(MUST(keep_bytes(room, archive, "a.zip", asking)).kind == FileKind::zip);
        const auto bomb = zip_of({{.name = "a.txt", .content = "x", .claimed_bytes = 900'000'000}});
        CHECK(keep_bytes(room, bomb, "a.zip", asking).error().key == "document.limit.bomb");
        CHECK(keep_bytes(room, "Rar!\x1A\x07 ", "a.zip", asking).error().key ==
              "attachment.kind_refused");
    });
}

TEST_CASE("an object has no more files than its use allows")
{
    in_room([](Room& room) {
        const auto kept = MUST(keep_bytes(room, pdf_bytes()));
        auto context = room.context();
        auto transaction = MUST(context.begin());
        for (int i = 0; i < documents.count_max; ++i) CHECK(add(context, transaction, kept, 7));
        const auto refused = add(context, transaction, kept, 7);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "attachment.too_many");
        CHECK(refused.error().kind == Failure::too_large);
        CHECK(refused.error().arguments == std::vector<std::string>{"2"});
        CHECK(add(context, transaction, kept, 8));
        MUST(transaction.commit());
    });
}

TEST_CASE("a file beyond the page's limit is refused and leaves nothing behind")
{
    in_room([](Room& room) {
        const auto limit = static_cast<std::size_t>(documents.bytes_max);
        const auto fitting = "%PDF-" + std::string(limit - 5, 'a');
        CHECK(keep_bytes(room, fitting));
        const auto refused = keep_bytes(room, fitting + "b");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::too_large);
        CHECK(refused.error().arguments == std::vector<std::string>{"1"});
        CHECK(files_in(room, "") == 1);
    });
}

TEST_CASE("a file that is not there is said to be missing")
{
    in_room([](Room& room) {
        auto context = room.context();
        const auto refused = keep(context, {.path = "/khong/co", .name = "a"}, documents);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "attachment.source_missing");
    });
}

TEST_CASE("names lose their folders and control characters; a file without one gets one")
{
    in_room([](Room& room) {
        CHECK(MUST(keep_bytes(room, pdf_bytes(), "C:\\Tài liệu\\Kế hoạch.pdf")).name ==
              "Kế hoạch.pdf");
        CHECK(MUST(keep_bytes(room, pdf_bytes(), "../../etc/a.pdf")).name == "a.pdf");
        CHECK(MUST(keep_bytes(room, pdf_bytes(), "")).name == "tệp.pdf");
        CHECK(MUST(keep_bytes(room, pdf_bytes(), std::string(900, 'a'))).name.size() <= 210);
    });
}

TEST_CASE("a file is read by those whom the module that owns it lets, else it is not there")
{
    in_room([](Room& room) {
        const auto mine = attach(room, pdf_bytes());
        const auto other = attach(room, pdf_bytes("khác"));
        const auto unanswered = ask_for(room, mine.code);
        REQUIRE_FALSE(unanswered);
        CHECK(unanswered.error().key == "attachment.not_found");
        room.events.subscribe<FileAsked>(
            [&](Context&, database::Transaction&, const FileAsked& asked) -> Result<void> {
                if (asked.file == mine.id) asked.may_be_read = true;
                return {};
            });
        CHECK(ask_for(room, mine.code));
        CHECK(ask_for(room, other.code).error().key == "attachment.not_found");
    });
}

TEST_CASE("a download is to be saved, with the type we found")
{
    in_room([](Room& room) {
        room.let_read();
        const auto added = attach(room, pdf_bytes(), "Kế hoạch.pdf");
        auto answer = ask_for(room, added.code);
        REQUIRE(answer);
        CHECK(answer->status == 200);
        CHECK(answer->type == "application/pdf");
        http::add_security_headers(*answer);
        CHECK(answer->header("X-Content-Type-Options") == "nosniff");
        CHECK(answer->header("Content-Security-Policy").starts_with("sandbox;"));
        // RFC 8187: the Vietnamese name in UTF-8, and one for readers that know only ASCII.
        CHECK(answer->header("Content-Disposition") ==
              "attachment; filename=\"ke-hoach.pdf\"; "
              "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.pdf");
        CHECK(answer->caching == http::Caching::none);
        CHECK(std::get<http::FileBody>(answer->body).path == path_of(room, added));
    });
}

TEST_CASE("an unknown or mistyped code is not found, and neither is a file that was lost")
{
    in_room([](Room& room) {
        room.let_read();
        const auto added = attach(room, pdf_bytes());
        for (const auto& code : {std::string("x"), std::string("../../etc/passwd"),
                                 crypto::sha256_hex("a"), added.code + "0"}) {
            const auto answer = ask_for(room, code);
            REQUIRE_FALSE(answer);
            CHECK(answer.error().key == "attachment.not_found");
        }
        std::filesystem::remove(path_of(room, added));
        CHECK(ask_for(room, added.code).error().key == "attachment.file_missing");
    });
}

}  // namespace caicach::attachment
