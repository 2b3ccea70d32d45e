#include "outgoing/package/package.hpp"

#include <doctest/doctest.h>

#include "crypto/crypto.hpp"
#include "document/archive.hpp"
#include "json/value.hpp"
#include "outgoing/document/numbering.hpp"
#include "outgoing/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::outgoing
{

TEST_CASE("a package holds paper, words and what the source adds, with the hash of each")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        desk.events.subscribe<PackagePartsAsked>(
            [](Context&, database::Transaction&, const PackagePartsAsked& asked) -> Result<void> {
                asked.parts->push_back(
                    {"bao-cao.json", "{\"cua\":\"" + asked.document.code + "\"}"});
                return {};
            });
        static_cast<void>(testing::series_of_agency(context, "SNV"));
        const auto draft = testing::draft_of_agency(context, "SNV");
        auto transaction = MUST(context.begin());
        const auto early = package_content_of(context, transaction, draft);
        REQUIRE_FALSE(early);
        CHECK(early.error().key == "outgoing.document.not_numbered");
        const auto document = MUST(number_document(context, transaction, draft, {}));
        const auto content = MUST(package_content_of(context, transaction, document));
        const auto package = MUST(package_of(content));
        CHECK(package.name == document.code);
        CHECK(package.sha256 == crypto::sha256_hex(package.bytes));
        CHECK(MUST(package_of(content)).sha256 == package.sha256);  // the same again

        const auto archive = MUST(document::Archive::open(package.bytes));
        const auto listed = MUST(archive.part("manifest.json"));
        const auto manifest = MUST(json::parse(listed));
        CHECK(manifest["document"].as_string() == document.code);
        const auto& files = manifest["files"].elements();
        REQUIRE(files.size() == 4);
        for (const auto& file : files) {
            const auto bytes = MUST(archive.part(std::string(file["file"].as_string())));
            CHECK(file["sha256"].as_string() == crypto::sha256_hex(bytes));
        }
        const auto words = MUST(archive.part("van-ban.json"));
        const auto said = MUST(json::parse(words));
        CHECK(said["number"].as_integer() == 1);
        CHECK(said["symbol"].as_string() == "BC-SNV");
        CHECK(said["agency"].as_string() == "SNV");
        CHECK(MUST(archive.part("van-ban.pdf")).starts_with("%PDF-"));
        CHECK(MUST(archive.part("bao-cao.json")).find(document.code) != std::string::npos);
    });
}

TEST_CASE("files that one package cannot hold stand in volumes of their own")
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        desk.events.subscribe<PackageVolumesAsked>(
            [](Context&, database::Transaction&, const PackageVolumesAsked& asked) -> Result<void> {
                *asked.volumes = {{"Ảnh.pdf"}};
                return {};
            });
        desk.events.subscribe<PackagePartsAsked>(
            [](Context&, database::Transaction&, const PackagePartsAsked& asked) -> Result<void> {
                if (asked.volume == 2) asked.parts->push_back({"tep-4.pdf", "%PDF-anh"});
                return {};
            });
        static_cast<void>(testing::series_of_agency(context, "SNV"));
        const auto draft = testing::draft_of_agency(context, "SNV");
        auto transaction = MUST(context.begin());
        const auto document = MUST(number_document(context, transaction, draft, {}));
        const auto whole = MUST(package_content_of(context, transaction, document));
        const auto first = MUST(package_of(whole));
        CHECK(first.name == document.code);
        const auto paper = MUST(document::Archive::open(first.bytes));
        CHECK(paper.has("van-ban.pdf"));
        CHECK_FALSE(paper.has("tep-4.pdf"));
        const auto listed = MUST(paper.part("manifest.json"));
        const auto manifest = MUST(json::parse(listed));
        CHECK(manifest["volumes"].as_integer() == 2);
        const auto content = MUST(package_content_of(context, transaction, document, 2));
        const auto second = MUST(package_of(content));
        CHECK(second.name == document.code + "-2");
        const auto files = MUST(document::Archive::open(second.bytes));
        CHECK(MUST(files.part("tep-4.pdf")) == "%PDF-anh");
        CHECK_FALSE(files.has("van-ban.pdf"));
        for (const int volume : {0, 3}) {
            const auto none = package_content_of(context, transaction, document, volume);
            REQUIRE_FALSE(none);
            CHECK(none.error().key == "outgoing.package.no_volume");
        }
    });
}

}  // namespace caicach::outgoing
