#include "evidence/pack.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>

#include "crypto/crypto.hpp"
#include "document/archive.hpp"
#include "evidence/limits.hpp"
#include "evidence/testing.hpp"
#include "json/value.hpp"
#include "support/app.hpp"
#include "support/sent_body.hpp"

namespace caicach::evidence
{
namespace
{

using caicach::testing::App;
using identity::Role;

}  // namespace

TEST_CASE("a pack holds the files, an index in Word and the hash of each")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    {
        auto context = app.system_context();
        (void)testing::typed_fact(context, "SYT");
    }
    REQUIRE(officer
                .upload("/minh-chung", "proof", "bài.pdf", "%PDF-1.7\nbài báo",
                        {{"product", "article"},
                         {"title", "Bài trên báo tỉnh"},
                         {"happened_on", "12/03/2026"},
                         {"quantity", "1"},
                         {"link", ""}})
                .status == 303);
    const auto answer = officer.get("/minh-chung/goi.zip?tu=01/01/2026&den=31/03/2026");
    REQUIRE(answer.status == 200);
    const auto bytes = caicach::testing::sent_body(answer);
    const auto archive = MUST(document::Archive::open(bytes));
    const auto told = MUST(archive.part("manifest.json"));
    const auto manifest = MUST(json::parse(told));
    CHECK(manifest["format"].as_string() == "caicach-evidence-pack-1");
    const auto index = MUST(archive.part("muc-luc.docx"));
    CHECK(manifest["index"]["sha256"].as_string() == crypto::sha256_hex(index));
    REQUIRE(manifest["facts"].elements().size() == 2);
    const auto& proved = manifest["facts"].elements()[0];
    CHECK(proved["title"].as_string() == "Bài trên báo tỉnh");
    const auto file = MUST(archive.part(std::string{proved["file"].as_string()}));
    CHECK(file == "%PDF-1.7\nbài báo");
    CHECK(proved["sha256"].as_string() == crypto::sha256_hex(file));
    CHECK(!manifest["facts"].elements()[1].has("file"));
}

TEST_CASE("a pack on its way leaves no file behind, and carries more than one upload may")
{
    App app;
    auto officer = app.as(Role::agency_officer, "SYT");
    const auto file = "%PDF-1.7\n" + std::string(8UL << 20U, 'a');
    for (int i = 0; i < 9; ++i)
        REQUIRE(officer
                    .upload("/minh-chung", "proof", "bài.pdf", file + std::to_string(i),
                            {{"product", "article"},
                             {"title", "Bài quét"},
                             {"happened_on", "12/03/2026"},
                             {"quantity", "1"},
                             {"link", ""}})
                    .status == 303);
    const std::filesystem::path folder{app.folder() + "/tmp"};
    const auto left = [&] {
        return std::distance(std::filesystem::directory_iterator{folder}, {});
    };
    {
        const auto answer = officer.get("/minh-chung/goi.zip?tu=01/03/2026&den=31/03/2026");
        REQUIRE(answer.status == 200);
        CHECK(left() == 1);
        CHECK(caicach::testing::sent_body(answer).size() > 9 * file.size());
    }
    CHECK(left() == 0);
}

TEST_CASE("another agency's pack is not to be had")
{
    App app;
    auto other = app.as(Role::agency_officer, "STP");
    CHECK(other.get("/minh-chung/goi.zip?co-quan=so-y-te").status == 403);
    CHECK(other.get("/minh-chung/goi.zip?co-quan=khong-co").status == 404);
    auto overseer = app.as(Role::overseer, "UBND");
    CHECK(overseer.get("/minh-chung/goi.zip?co-quan=so-y-te").status == 200);
}

TEST_CASE("more facts than a pack holds are refused, not cut off")
{
    App app;
    auto context = app.system_context();
    const auto fact = testing::typed_fact(context, "SYT");
    PackContent content{.subject = "năm 2026", .agency = fact.agency};
    content.facts.assign(pack_facts_max + 1, fact);
    auto transaction = MUST(context.read());
    const auto refused = pack(context, transaction, content);
    REQUIRE(!refused);
    CHECK(refused.error().kind == Failure::too_large);
    CHECK(refused.error().key == "evidence.pack.too_many");
}

}  // namespace caicach::evidence
