// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.taskhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.examples.backend.settings.StorageAccount;
import io.hubgate.model.AppName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFormatTest {
    private static final String USABLE = "AccountName=orders;AccountKey=c2VjcmV0";

    /** With single quotes for double ones. */
    private static List<AppAccounts> read(String text) {
        return AccountsFormat.read(text.replace('\'', '"'));
    }

    @Test
    void names_an_account_for_each_app_and_where_its_rows_are() {
        List<AppAccounts> accounts = read("{'accounts':[{'apps':['orders-*','till'],'connectionString':'" + USABLE
                + "','trackingEndpoint':'https://rows.table.core.windows.net','trackingPrefix':'Shared'}]}");
        assertThat(accounts).singleElement().satisfies(entry -> {
            assertThat(entry.isOf(new AppName("orders-prod"))).isTrue();
            assertThat(entry.isOf(new AppName("Till"))).isTrue();
            assertThat(entry.isOf(new AppName("orders"))).isFalse();
            assertThat(entry.own()).isEqualTo(new StorageAccount.WithConnectionString(USABLE));
            assertThat(entry.tracking()).isInstanceOf(StorageAccount.WithIdentity.class);
            assertThat(entry.trackingPrefix()).isEqualTo("Shared");
        });
    }

    @Test
    void another_prefix_in_the_same_account_is_a_tracking_store() {
        AppAccounts entry = read("{'accounts':[{'apps':['*'],'connectionString':'" + USABLE
                        + "','trackingPrefix':'Rows'}]}")
                .get(0);
        assertThat(entry.tracking()).isNull();
        assertThat(entry.hasTrackingStore()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "nonsense c2VjcmV0|not JSON",
                "[]|the file is not a JSON object",
                "{}|\"accounts\" is not a list",
                "{'accounts':[]}|at least one entry",
                "{'accounts':[{}]}|entry 1: \"apps\"",
                "{'accounts':[{'apps':['orders'],'connection':'c2VjcmV0'}]}|did you mean 'connectionString'?",
                "{'accounts':[{'apps':['orders']}]}|entry 1 names no account",
                "{'accounts':[{'apps':['o r'],'connectionString':'AccountName=a;AccountKey=c2VjcmV0'}]}|entry 1: an app pattern",
                "{'accounts':[{'apps':['orders'],'connectionString':'c2VjcmV0'}]}|is no connection string",
                "{'accounts':[{'apps':['orders'],'connectionString':7}]}|\"connectionString\" is not a text",
                "{'accounts':[{'apps':['orders'],'endpoint':'https://o.table.core.windows.net?sig=c2VjcmV0'}]}|no https URL",
                "{'accounts':[{'apps':['orders'],'endpoint':'https://o.table.core.windows.net','trackingPrefix':'a-b'}]}|no prefix of a table's name"
            })
    void what_cannot_be_used_is_named_and_no_secret_is_repeated(String text, String part) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(part)
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void an_account_named_twice_in_one_entry_is_refused() {
        assertThatThrownBy(() -> read("{'accounts':[{'apps':['orders'],'connectionString':'" + USABLE
                        + "','endpoint':'https://o.table.core.windows.net'}]}"))
                .hasMessageContaining("leave one out");
    }
}
