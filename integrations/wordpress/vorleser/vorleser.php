<?php
/**
 * Plugin Name:       Vorleser
 * Description:       Reads articles aloud and highlights each sentence as it is heard. A block, a shortcode, and a setting that adds the player to every post.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            Vorleser
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       vorleser
 * Domain Path:       /languages
 *
 * @package Vorleser
 */

defined( 'ABSPATH' ) || exit;

const VORLESER_VERSION = '0.1.0';

/**
 * Registers the player's script, which loads further files from the folder "player" when they are needed, its style, the block and the shortcode.
 */
function vorleser_register() {
	load_plugin_textdomain( 'vorleser', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	// No version in the address: the other files of the player import this one by its name.
	wp_register_script_module( 'vorleser', plugins_url( 'player/vorleser.js', __FILE__ ), array(), null );
	wp_register_style( 'vorleser', plugins_url( 'style.css', __FILE__ ), array(), VORLESER_VERSION );
	wp_register_script(
		'vorleser-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-element', 'wp-i18n' ),
		VORLESER_VERSION,
		true
	);
	wp_set_script_translations( 'vorleser-block', 'vorleser', plugin_dir_path( __FILE__ ) . 'languages' );
	register_block_type(
		'vorleser/player',
		array(
			'api_version'           => 3,
			'title'                 => __( 'Listen to article', 'vorleser' ),
			'description'           => __( 'A player that reads the article aloud.', 'vorleser' ),
			'category'              => 'media',
			'icon'                  => 'controls-volumeon',
			'supports'              => array(
				'html'     => false,
				'multiple' => false,
			),
			'editor_script_handles' => array( 'vorleser-block' ),
			'render_callback'       => 'vorleser_player',
		)
	);
	add_shortcode( 'vorleser', 'vorleser_player' );
}
add_action( 'init', 'vorleser_register' );

/**
 * Whether the text of a post that is shown on its own page is being made. Lists, feeds and widgets have no player.
 *
 * @return bool
 */
function vorleser_is_article() {
	return is_singular() && in_the_loop() && ! is_feed();
}

/**
 * The player of the block and the shortcode, for the text of the post in which it is.
 *
 * @return string HTML; empty where there is none.
 */
function vorleser_player() {
	if ( ! vorleser_is_article() ) {
		return '';
	}
	wp_enqueue_script_module( 'vorleser' );
	$post_id = get_the_ID();
	$article = vorleser_needs_element() ? '#' . vorleser_element_id( $post_id ) : '.wp-block-post-content, .entry-content';
	/**
	 * Filters what the player reads.
	 *
	 * @param string $article A CSS selector of the text of the post.
	 * @param int    $post_id The post.
	 */
	$article = apply_filters( 'vorleser_article', $article, $post_id );
	return '<vorleser-player for="' . esc_attr( $article ) . '"></vorleser-player>';
}

/**
 * Whether the text of a post needs an element around it, to be found. Themes with wide blocks name the element that they put around it,
 * and lay out the blocks as its children, so that another one between would make all blocks narrow.
 *
 * @return bool
 */
function vorleser_needs_element() {
	return ! wp_is_block_theme() && ! current_theme_supports( 'align-wide' );
}

/**
 * Loads the style of the player in the head of a page that has one: later, the text would move.
 */
function vorleser_style() {
	if ( ! is_singular() ) {
		return;
	}
	$post = get_queried_object();
	if ( vorleser_is_automatic( $post->post_type ) || has_block( 'vorleser/player', $post ) || has_shortcode( $post->post_content, 'vorleser' ) ) {
		wp_enqueue_style( 'vorleser' );
	}
}
add_action( 'wp_enqueue_scripts', 'vorleser_style' );

/**
 * The id of that element.
 *
 * @param int $post_id The post.
 * @return string
 */
function vorleser_element_id( $post_id ) {
	return 'vorleser-text-' . (int) $post_id;
}

/**
 * Puts a player above the text of a post where the setting says so, and the element around a text with a player where that is needed.
 *
 * @param string $content The text of the post, as HTML.
 * @return string
 */
function vorleser_content( $content ) {
	if ( ! vorleser_is_article() || ! is_main_query() ) {
		return $content;
	}
	if ( false === strpos( $content, '<vorleser-player' ) ) {
		if ( ! vorleser_is_automatic( get_post_type() ) || post_password_required() ) {
			return $content;
		}
		$content = vorleser_player() . $content;
	}
	if ( ! vorleser_needs_element() ) {
		return $content;
	}
	return '<div id="' . esc_attr( vorleser_element_id( get_the_ID() ) ) . '">' . $content . '</div>';
}
// Blocks are rendered at 9, shortcodes at 11.
add_filter( 'the_content', 'vorleser_content', 20 );

/**
 * Whether every post of a type gets a player.
 *
 * @param string $post_type Such as "post".
 * @return bool
 */
function vorleser_is_automatic( $post_type ) {
	return in_array( $post_type, (array) get_option( 'vorleser_post_types', array() ), true );
}

/**
 * The types of posts that have a page and a text of their own.
 *
 * @return WP_Post_Type[] By their names.
 */
function vorleser_post_types() {
	return array_diff_key( get_post_types( array( 'public' => true ), 'objects' ), array( 'attachment' => true ) );
}

/**
 * Keeps the types of posts that exist.
 *
 * @param mixed $value What the form sent.
 * @return string[]
 */
function vorleser_sanitize_post_types( $value ) {
	return array_values( array_intersect( array_map( 'sanitize_key', (array) $value ), array_keys( vorleser_post_types() ) ) );
}

/**
 * Adds the setting for automatic players to Settings, Reading.
 */
function vorleser_settings() {
	register_setting(
		'reading',
		'vorleser_post_types',
		array(
			'type'              => 'array',
			'default'           => array(),
			'sanitize_callback' => 'vorleser_sanitize_post_types',
		)
	);
	add_settings_field( 'vorleser_post_types', __( 'Vorleser', 'vorleser' ), 'vorleser_settings_field', 'reading' );
}
add_action( 'admin_init', 'vorleser_settings' );

/**
 * Where the setting is.
 *
 * @return string A URL.
 */
function vorleser_settings_url() {
	return admin_url( 'options-reading.php#vorleser' );
}

/**
 * Notes that the plugin has just been activated.
 */
function vorleser_activated() {
	set_transient( 'vorleser_activated', true, MINUTE_IN_SECONDS );
}
register_activation_hook( __FILE__, 'vorleser_activated' );

/**
 * Says after the activation, once, what is still to be done.
 */
function vorleser_notice() {
	if ( ! delete_transient( 'vorleser_activated' ) || get_option( 'vorleser_post_types', array() ) ) {
		return;
	}
	printf(
		'<div class="notice notice-info is-dismissible"><p>%1$s <a href="%2$s">%3$s</a></p></div>',
		esc_html__( 'No post has a player yet.', 'vorleser' ),
		esc_url( vorleser_settings_url() ),
		esc_html__( 'Choose which posts have one', 'vorleser' )
	);
}
add_action( 'admin_notices', 'vorleser_notice' );

/**
 * Adds a link to the setting to the row of the plugin on the page Plugins.
 *
 * @param string[] $links The links of that row, as HTML.
 * @return string[]
 */
function vorleser_action_links( $links ) {
	$link = '<a href="' . esc_url( vorleser_settings_url() ) . '">' . esc_html__( 'Settings', 'vorleser' ) . '</a>';
	return array_merge( array( 'settings' => $link ), $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'vorleser_action_links' );

/**
 * Prints the setting: a checkbox for each type of posts, and what to do for single posts.
 */
function vorleser_settings_field() {
	echo '<fieldset id="vorleser"><legend class="screen-reader-text">' . esc_html__( 'Vorleser', 'vorleser' ) . '</legend>';
	echo '<p>' . esc_html__( 'Show the player above the text of:', 'vorleser' ) . '</p>';
	foreach ( vorleser_post_types() as $name => $type ) {
		printf(
			'<label><input type="checkbox" name="vorleser_post_types[]" value="%1$s" %2$s> %3$s</label><br>',
			esc_attr( $name ),
			checked( vorleser_is_automatic( $name ), true, false ),
			esc_html( $type->labels->name )
		);
	}
	echo '<p class="description">' . esc_html__( 'In single posts, use the block “Listen to article” or the shortcode [vorleser].', 'vorleser' ) . '</p>';
	echo '</fieldset>';
}
