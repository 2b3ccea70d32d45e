#include "base/configuration.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>

#include "base/process.hpp"

namespace
{

using caicach::Configuration;
using caicach::Setting;

constexpr std::array settings{
    Setting{"server.port", Setting::Kind::integer, "8080", "Port of the pages", 0, 65535},
    Setting{"server.address", Setting::Kind::text, "127.0.0.1", "Address to listen on"},
    Setting{.key = "log.level",
            .kind = Setting::Kind::choice,
            .fallback = "info",
            .choices = "debug info off"},
    Setting{.key = "log.topics",
            .kind = Setting::Kind::words,
            .fallback = "all",
            .choices = "all pages jobs"},
    Setting{"province.site", Setting::Kind::site, "", "Public address"},
    Setting{"province.security_contact", Setting::Kind::contact, "", "Whom to tell"},
    Setting{"attachment.clamd", Setting::Kind::daemon, "", "Virus scanner"},
    Setting{"log.access", Setting::Kind::boolean, "true", "Log each request"},
};

class TemporaryFile
{
public:
    explicit TemporaryFile(const char* text) : m_folder(MUST(caicach::TemporaryDirectory::create()))
    {
        std::ofstream(m_path) << text;
    }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    caicach::TemporaryDirectory m_folder;
    std::string m_path{m_folder.path() + "/settings"};
};

}  // namespace

TEST_CASE("each value names its origin, and the nearer source wins")
{
    const TemporaryFile file{"[server]\nport = 9000\naddress = \"127.0.0.2\"\n"};
    const auto configuration =
        Configuration::load(settings, {file.path(),
                                       {{"CAICACH_SERVER__PORT", "9001"}, {"PATH", "x"}},
                                       {{"log.access", "false"}}});
    REQUIRE(configuration);
    CHECK(configuration->integer("server.port") == 9001);
    CHECK(configuration->entries().at("server.port").origin == "environment CAICACH_SERVER__PORT");
    CHECK(configuration->text("server.address") == "127.0.0.2");
    CHECK(configuration->entries().at("server.address").origin == "file " + file.path());
    CHECK(!configuration->boolean("log.access"));
}

TEST_CASE("every wrong setting is told at once, each with its place")
{
    const TemporaryFile file{"[server]\nprot = 9000\n"};
    const auto configuration = Configuration::load(
        settings, {file.path(), {{"CAICACH_SERVER__PORT", "70000"}}, {{"log.access", "maybe"}}});
    REQUIRE(!configuration);
    REQUIRE(configuration.error().arguments.size() == 3);
    CHECK(configuration.error().arguments[0] ==
          "file " + file.path() + ": there is no setting server.prot; did you mean server.port?");
    CHECK(configuration.error().arguments[1].find("between 0 and 65535") != std::string::npos);
    CHECK(configuration.error().arguments[2].find("true or false") != std::string::npos);
}

TEST_CASE("a choice is one of its words, whole")
{
    CHECK(Configuration::load(settings, {{}, {}, {{"log.level", "off"}}}));
    for (const auto* wrong : {"inf", "debug info", "", "INFO"}) {
        CAPTURE(wrong);
        const auto configuration = Configuration::load(settings, {{}, {}, {{"log.level", wrong}}});
        REQUIRE(!configuration);
        CHECK(configuration.error().arguments[0].find("one of: debug info off") !=
              std::string::npos);
    }
}

TEST_CASE("words are each one of those that there are, with one blank between them")
{
    for (const auto* right : {"all", "pages jobs", "jobs pages jobs"}) {
        CAPTURE(right);
        CHECK(Configuration::load(settings, {{}, {}, {{"log.topics", right}}}));
    }
    for (const auto* wrong : {"", "page", "pages  jobs", " pages", "pages ", "pages,jobs"}) {
        CAPTURE(wrong);
        const auto configuration = Configuration::load(settings, {{}, {}, {{"log.topics", wrong}}});
        REQUIRE(!configuration);
        CHECK(configuration.error().arguments[0].find("some of: all pages jobs") !=
              std::string::npos);
    }
}

TEST_CASE("a contact is an address for letters or pages, or nothing")
{
    for (const auto* right : {"", "mailto:antoan@songlam.gov.vn", "https://songlam.gov.vn/bao"}) {
        CAPTURE(right);
        CHECK(Configuration::load(settings, {{}, {}, {{"province.security_contact", right}}}));
    }
    for (const auto* wrong : {"antoan@songlam.gov.vn", "http://songlam.gov.vn", "mailto:antoan",
                              "https://a\nContact: mailto:x@y", "https://a b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(
            Configuration::load(settings, {{}, {}, {{"province.security_contact", wrong}}}));
    }
}

TEST_CASE("a daemon is a socket or an address of this machine, or nothing")
{
    for (const auto* right : {"", "/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310"}) {
        CAPTURE(right);
        CHECK(Configuration::load(settings, {{}, {}, {{"attachment.clamd", right}}}));
    }
    for (const auto* wrong : {"clamd", "10.0.0.5:3310", "localhost:3310", "127.0.0.1",
                              "127.0.0.1:0", "127.0.0.1:70000", "127.0.0.1:33x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Configuration::load(settings, {{}, {}, {{"attachment.clamd", wrong}}}));
    }
}

TEST_CASE("a site is a scheme and a host, or nothing")
{
    for (const auto* right : {"", "https://cchc.songlam.gov.vn", "http://127.0.0.1:8080"}) {
        CAPTURE(right);
        CHECK(Configuration::load(settings, {{}, {}, {{"province.site", right}}}));
    }
    for (const auto* wrong : {"cchc.songlam.gov.vn", "https://", "https://a.vn/", "https://a.vn/b",
                              "ftp://a.vn", "https://a b.vn", "javascript:alert(1)"}) {
        CAPTURE(wrong);
        const auto configuration =
            Configuration::load(settings, {{}, {}, {{"province.site", wrong}}});
        REQUIRE(!configuration);
        CHECK(configuration.error().arguments[0].find("https://name.vn") != std::string::npos);
    }
}

TEST_CASE("a file that is not TOML is refused with its line")
{
    const TemporaryFile file{"[server]\nport = = 1\n"};
    const auto configuration = Configuration::load(settings, {file.path(), {}, {}});
    REQUIRE(!configuration);
    CHECK(configuration.error().arguments[0].starts_with(file.path() + ":2:"));
}

TEST_CASE("a variable that names no setting is refused, with one underscore too")
{
    const auto configuration =
        Configuration::load(settings, {{}, {{"CAICACH_SERVER_PORT", "9001"}}, {}});
    REQUIRE(!configuration);
    CHECK(configuration.error().arguments[0] ==
          "environment CAICACH_SERVER_PORT: there is no setting server_port; did you mean "
          "server.port?");
}

TEST_CASE("a secret may stand in a file of its own: its first line is the value")
{
    const auto named = [](const std::string& path) {
        return Configuration::load(settings, {{}, {{"CAICACH_SERVER__ADDRESS_FILE", path}}, {}});
    };
    for (const auto* content : {"127.0.0.3", "127.0.0.3\n", "127.0.0.3\r\nsecond line\n"}) {
        const TemporaryFile file{content};
        const auto configuration = named(file.path());
        REQUIRE(configuration);
        CHECK(configuration->text("server.address") == "127.0.0.3");
        CHECK(configuration->entries().at("server.address").origin ==
              "environment CAICACH_SERVER__ADDRESS_FILE (" + file.path() + ")");
    }
    const TemporaryFile empty{""};
    CHECK(named(empty.path())->text("server.address").empty());
}

TEST_CASE("a secret's file that cannot be read, or a second source beside it, is refused by name")
{
    const auto refusal = [](const std::map<std::string, std::string>& environment) {
        return Configuration::load(settings, {{}, environment, {}}).error().arguments.at(0);
    };
    for (const std::string path : {"/nonexistent/secret", "/", "/dev/zero"}) {
        CAPTURE(path);
        CHECK(refusal({{"CAICACH_SERVER__ADDRESS_FILE", path}}) ==
              "environment CAICACH_SERVER__ADDRESS_FILE: " + path + " cannot be read");
    }
    CHECK(refusal({{"CAICACH_SERVER__ADDRESS_FILE", "/a"}, {"CAICACH_SERVER__ADDRESS", "::1"}}) ==
          "environment CAICACH_SERVER__ADDRESS_FILE: CAICACH_SERVER__ADDRESS is set too; keep one");
    const TemporaryFile wrong{"eighty\n"};
    CHECK(refusal({{"CAICACH_SERVER__PORT_FILE", wrong.path()}}).find("whole number") !=
          std::string::npos);
    CHECK(refusal({{"CAICACH_SERVER__PROT_FILE", wrong.path()}}).find("server.port") !=
          std::string::npos);
}

TEST_CASE("a value of a kind that no setting has is refused, not taken for nothing")
{
    const TemporaryFile file{"[server]\naddress = [\"127.0.0.1\"]\nport = 80.5\n"};
    const auto configuration = Configuration::load(settings, {file.path(), {}, {}});
    REQUIRE(!configuration);
    REQUIRE(configuration.error().arguments.size() == 2);
    CHECK(configuration.error().arguments[0] ==
          "file " + file.path() +
              ": server.address must be a text in quotes, a whole number, true or false");
}
